/** Expressions of admission policies, evaluated step by step within a limit. */
@NullMarked
package dev.plumbline.inventory.fact.admission.cel;

import org.jspecify.annotations.NullMarked;
