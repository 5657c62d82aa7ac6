/** News by mail, over SMTP. */
@NullMarked
package dev.plumbline.notify.mail;

import org.jspecify.annotations.NullMarked;
