/** One schedule of a report. */
@NullMarked
package dev.plumbline.web.pages.schedule;

import org.jspecify.annotations.NullMarked;
