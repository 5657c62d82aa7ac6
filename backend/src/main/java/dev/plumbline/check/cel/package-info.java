/** The language of checks behind one small interface: compile once, evaluate over plain maps. */
@NullMarked
package dev.plumbline.check.cel;

import org.jspecify.annotations.NullMarked;
