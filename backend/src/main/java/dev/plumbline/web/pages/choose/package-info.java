/** Choosing among one's organisations. */
@NullMarked
package dev.plumbline.web.pages.choose;

import org.jspecify.annotations.NullMarked;
