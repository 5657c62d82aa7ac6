/** One control of an own framework, as a form. */
@NullMarked
package dev.plumbline.web.pages.owncontrol;

import org.jspecify.annotations.NullMarked;
