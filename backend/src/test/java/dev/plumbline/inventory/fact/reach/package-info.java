/** Which network policies hold for which pods. */
@NullMarked
package dev.plumbline.inventory.fact.reach;

import org.jspecify.annotations.NullMarked;
