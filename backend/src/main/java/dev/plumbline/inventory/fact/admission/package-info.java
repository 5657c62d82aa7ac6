/** Which admission policies are in force for a namespace, and what they already stop. */
@NamedInterface("fact")
@NullMarked
package dev.plumbline.inventory.fact.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
