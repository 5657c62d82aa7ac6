/** Which images workloads declare, which of them run, and where they come from. */
@NullMarked
package dev.plumbline.inventory.fact.image;

import org.jspecify.annotations.NullMarked;
