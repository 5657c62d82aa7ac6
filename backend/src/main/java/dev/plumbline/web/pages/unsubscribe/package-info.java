/** Saying no more to a schedule's mails, without signing in. */
@NullMarked
package dev.plumbline.web.pages.unsubscribe;

import org.jspecify.annotations.NullMarked;
