/** What went wrong, without saying too much. */
@NullMarked
package dev.plumbline.web.pages.error;

import org.jspecify.annotations.NullMarked;
