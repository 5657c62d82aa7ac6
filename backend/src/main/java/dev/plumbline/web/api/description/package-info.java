/** The API's own description (OpenAPI 3.1), made from the handlers themselves. */
@NullMarked
package dev.plumbline.web.api.description;

import org.jspecify.annotations.NullMarked;
