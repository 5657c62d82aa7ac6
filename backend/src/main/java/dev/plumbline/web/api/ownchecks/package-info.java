/** Checks of an organisation's own over the REST API. */
@NullMarked
package dev.plumbline.web.api.ownchecks;

import org.jspecify.annotations.NullMarked;
