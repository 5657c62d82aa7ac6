/** The pattern language of Kyverno's rules. */
@NullMarked
package dev.plumbline.inventory.fact.admission.pattern;

import org.jspecify.annotations.NullMarked;
