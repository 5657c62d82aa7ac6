/** Proves what the files for a real deployment promise. */
@NullMarked
package dev.plumbline.deployment;

import org.jspecify.annotations.NullMarked;
