/** The conditions of Kyverno's rules: what their operators hold against each other. */
@NullMarked
package dev.plumbline.inventory.fact.admission.condition;

import org.jspecify.annotations.NullMarked;
