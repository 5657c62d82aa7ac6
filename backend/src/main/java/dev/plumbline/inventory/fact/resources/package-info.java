/** How far the limits of containers lie above their requests. */
@NamedInterface("fact")
@NullMarked
package dev.plumbline.inventory.fact.resources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
