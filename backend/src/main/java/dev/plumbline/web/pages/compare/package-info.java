/** Two instants or two clusters, side by side. */
@NullMarked
package dev.plumbline.web.pages.compare;

import org.jspecify.annotations.NullMarked;
