/** Wiring: the embedded database, the clock, the scheduler. */
@NullMarked
package dev.plumbline;

import org.jspecify.annotations.NullMarked;
