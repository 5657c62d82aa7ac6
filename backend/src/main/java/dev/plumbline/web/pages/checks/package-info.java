/** The catalogue of checks. */
@NullMarked
package dev.plumbline.web.pages.checks;

import org.jspecify.annotations.NullMarked;
