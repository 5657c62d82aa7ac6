/** Reports: made, scheduled, delivered. */
@NullMarked
package dev.plumbline.web.pages.reports;

import org.jspecify.annotations.NullMarked;
