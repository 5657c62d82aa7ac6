/** A framework of tactics and techniques as a matrix. */
@NullMarked
package dev.plumbline.web.pages.matrix;

import org.jspecify.annotations.NullMarked;
