/** The organisation's own frameworks, and how to begin one. */
@NullMarked
package dev.plumbline.web.pages.ownframeworks;

import org.jspecify.annotations.NullMarked;
