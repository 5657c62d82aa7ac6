/** One own framework: its text, what it would say, its past. */
@NullMarked
package dev.plumbline.web.pages.ownframework;

import org.jspecify.annotations.NullMarked;
