/** Reading a cluster, live or from an offline dump, into a snapshot. */
@NamedInterface("collect")
@NullMarked
package dev.plumbline.inventory.collect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
