/** A PostgreSQL of the product's own, kept on its data folder. */
@NullMarked
package dev.plumbline.database.embedded;

import org.jspecify.annotations.NullMarked;
