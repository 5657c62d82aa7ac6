/** The organisation: its people, its API tokens, how long it keeps what. */
@NullMarked
package dev.plumbline.web.pages.settings;

import org.jspecify.annotations.NullMarked;
