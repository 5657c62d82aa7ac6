/** Signing in. */
@NullMarked
package dev.plumbline.web.pages.login;

import org.jspecify.annotations.NullMarked;
