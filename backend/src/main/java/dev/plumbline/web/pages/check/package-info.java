/** One check, rendered from its folder. */
@NullMarked
package dev.plumbline.web.pages.check;

import org.jspecify.annotations.NullMarked;
