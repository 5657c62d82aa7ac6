/** The fields of each kind and their types, for type-checking. */
@NamedInterface("shape")
@NullMarked
package dev.plumbline.inventory.shape;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
