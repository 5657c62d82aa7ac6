/** Who may do what in a cluster. */
@NullMarked
package dev.plumbline.web.pages.access;

import org.jspecify.annotations.NullMarked;
