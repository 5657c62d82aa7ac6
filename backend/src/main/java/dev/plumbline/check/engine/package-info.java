/** Evaluates checks over a snapshot. */
@NullMarked
package dev.plumbline.check.engine;

import org.jspecify.annotations.NullMarked;
