/** Who reaches whom by network policies, and by which ways from outside. */
@NamedInterface("fact")
@NullMarked
package dev.plumbline.inventory.fact.reach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
