/** What a credential may do, asked of the API server itself, against what is needed. */
@NamedInterface("collect")
@NullMarked
package dev.plumbline.inventory.collect.selftest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
