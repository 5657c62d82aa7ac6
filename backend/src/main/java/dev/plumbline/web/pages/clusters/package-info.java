/** The clusters, broken connections first. */
@NullMarked
package dev.plumbline.web.pages.clusters;

import org.jspecify.annotations.NullMarked;
