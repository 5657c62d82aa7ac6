/** Frameworks by cluster. */
@NullMarked
package dev.plumbline.web.pages.frameworks;

import org.jspecify.annotations.NullMarked;
