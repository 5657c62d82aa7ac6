/** Tests of the control-plane fact. */
@NullMarked
package dev.plumbline.inventory.fact.controlplane;

import org.jspecify.annotations.NullMarked;
