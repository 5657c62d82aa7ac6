/** The overview: where things stand, what changed, what to fix first. */
@NullMarked
package dev.plumbline.web.pages.overview;

import org.jspecify.annotations.NullMarked;
