/** Runs the validations of Kyverno's rules on requests: variables, conditions, loops, patterns. */
@NullMarked
package dev.plumbline.inventory.fact.admission.rule;

import org.jspecify.annotations.NullMarked;
