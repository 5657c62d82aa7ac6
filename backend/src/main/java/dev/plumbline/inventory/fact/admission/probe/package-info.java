/** Harmless pods, and pods that violate one control in one way, to try admission policies on. */
@NullMarked
package dev.plumbline.inventory.fact.admission.probe;

import org.jspecify.annotations.NullMarked;
