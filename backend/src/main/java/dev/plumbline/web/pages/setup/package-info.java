/** The first organisation and its owner. */
@NullMarked
package dev.plumbline.web.pages.setup;

import org.jspecify.annotations.NullMarked;
