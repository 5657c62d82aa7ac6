/** Collected objects over the REST API. */
@NullMarked
package dev.plumbline.web.api.objects;

import org.jspecify.annotations.NullMarked;
