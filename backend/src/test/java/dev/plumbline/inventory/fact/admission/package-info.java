/** Which admission policies are in force for a namespace, and what they already stop. */
@NullMarked
package dev.plumbline.inventory.fact.admission;

import org.jspecify.annotations.NullMarked;
