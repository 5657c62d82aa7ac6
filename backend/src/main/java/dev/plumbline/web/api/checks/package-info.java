/** The catalogue of checks over the REST API. */
@NullMarked
package dev.plumbline.web.api.checks;

import org.jspecify.annotations.NullMarked;
