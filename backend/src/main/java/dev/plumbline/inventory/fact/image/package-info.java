/** Which images workloads declare, which of them run, and where they come from. */
@NamedInterface("fact")
@NullMarked
package dev.plumbline.inventory.fact.image;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
