/** Comparisons over the API. */
@NullMarked
package dev.plumbline.web.api.comparisons;

import org.jspecify.annotations.NullMarked;
