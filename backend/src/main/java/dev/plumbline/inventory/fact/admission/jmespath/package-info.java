/** The expressions within Kyverno's rules: JMESPath in its dialect, step by step within a limit. */
@NullMarked
package dev.plumbline.inventory.fact.admission.jmespath;

import org.jspecify.annotations.NullMarked;
