/** The list of exceptions, and what is asked for, decided and withdrawn there. */
@NullMarked
package dev.plumbline.web.pages.exceptions;

import org.jspecify.annotations.NullMarked;
