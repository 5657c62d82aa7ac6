/** One finding: what was seen, what was expected, how to mend it, how it came about. */
@NullMarked
package dev.plumbline.web.pages.finding;

import org.jspecify.annotations.NullMarked;
