/** Charts as plain geometry, drawn once and used in every report. */
@NullMarked
package dev.plumbline.report.chart;

import org.jspecify.annotations.NullMarked;
