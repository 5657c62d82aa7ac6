/** The organisation's own checks. */
@NullMarked
package dev.plumbline.web.pages.ownchecks;

import org.jspecify.annotations.NullMarked;
