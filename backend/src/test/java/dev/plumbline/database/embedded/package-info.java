/** Proves that the embedded database keeps its data through every rough end. */
@NullMarked
package dev.plumbline.database.embedded;

import org.jspecify.annotations.NullMarked;
