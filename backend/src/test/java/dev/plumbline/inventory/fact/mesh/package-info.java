/** Who is in a service mesh, what it encrypts, and whom its policies let in. */
@NullMarked
package dev.plumbline.inventory.fact.mesh;

import org.jspecify.annotations.NullMarked;
