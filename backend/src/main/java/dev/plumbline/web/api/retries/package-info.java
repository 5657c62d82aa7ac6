/** Calls that may be sent again: what they created is answered, not created twice. */
@NullMarked
package dev.plumbline.web.api.retries;

import org.jspecify.annotations.NullMarked;
