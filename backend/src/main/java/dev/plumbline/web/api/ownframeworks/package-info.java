/** Writing, trying and publishing the organisation's own frameworks, over the REST API. */
@NullMarked
package dev.plumbline.web.api.ownframeworks;

import org.jspecify.annotations.NullMarked;
