/** Reading a cluster through its API server: discovery, then every kind page by page. */
@NamedInterface("collect")
@NullMarked
package dev.plumbline.inventory.collect.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
