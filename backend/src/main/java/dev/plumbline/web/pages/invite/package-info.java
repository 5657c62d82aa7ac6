/** Accepting an invitation. */
@NullMarked
package dev.plumbline.web.pages.invite;

import org.jspecify.annotations.NullMarked;
