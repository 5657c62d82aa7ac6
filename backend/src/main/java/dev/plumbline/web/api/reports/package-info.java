/** Reports and their schedules over the API. */
@NullMarked
package dev.plumbline.web.api.reports;

import org.jspecify.annotations.NullMarked;
