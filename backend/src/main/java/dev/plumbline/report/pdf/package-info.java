/** From a bundled template and a view to a tagged, archivable PDF. */
@NullMarked
package dev.plumbline.report.pdf;

import org.jspecify.annotations.NullMarked;
