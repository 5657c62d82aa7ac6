/** Who is in a service mesh, what it encrypts, and whom its policies let in. */
@NamedInterface("fact")
@NullMarked
package dev.plumbline.inventory.fact.mesh;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
