/** The list of findings, grouped, filtered, paged. */
@NullMarked
package dev.plumbline.web.pages.findings;

import org.jspecify.annotations.NullMarked;
