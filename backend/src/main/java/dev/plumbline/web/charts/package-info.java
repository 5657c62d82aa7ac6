/** Charts as geometry: numbers in, what an SVG element needs out. */
@NullMarked
package dev.plumbline.web.charts;

import org.jspecify.annotations.NullMarked;
