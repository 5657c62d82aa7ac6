/** The one filter grammar of pages, API and exports. */
@NullMarked
package dev.plumbline.web.query;

import org.jspecify.annotations.NullMarked;
