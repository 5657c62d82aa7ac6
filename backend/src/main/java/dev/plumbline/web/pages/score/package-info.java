/** The receipt of a score: every check, its weight, what it gave. */
@NullMarked
package dev.plumbline.web.pages.score;

import org.jspecify.annotations.NullMarked;
