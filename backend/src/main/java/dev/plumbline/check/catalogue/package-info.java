/** Reads the folders {@code checks/<family>/<slug>} into the catalogue. */
@NullMarked
package dev.plumbline.check.catalogue;

import org.jspecify.annotations.NullMarked;
