/** How far the limits of containers lie above their requests. */
@NullMarked
package dev.plumbline.inventory.fact.resources;

import org.jspecify.annotations.NullMarked;
