/** One scan, live while it runs. */
@NullMarked
package dev.plumbline.web.pages.scan;

import org.jspecify.annotations.NullMarked;
