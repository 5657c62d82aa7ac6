/** One framework: what evidence supports, what fails, what is for people. */
@NullMarked
package dev.plumbline.web.pages.framework;

import org.jspecify.annotations.NullMarked;
