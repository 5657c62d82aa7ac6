/** Exceptions over the REST API. */
@NullMarked
package dev.plumbline.web.api.exceptions;

import org.jspecify.annotations.NullMarked;
