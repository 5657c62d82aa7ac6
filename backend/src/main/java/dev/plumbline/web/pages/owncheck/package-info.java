/** One own check: written, tried, switched on and off. */
@NullMarked
package dev.plumbline.web.pages.owncheck;

import org.jspecify.annotations.NullMarked;
