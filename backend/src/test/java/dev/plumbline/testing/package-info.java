/** What tests stand on: one PostgreSQL for all of them, and one Spring context. */
@NullMarked
package dev.plumbline.testing;

import org.jspecify.annotations.NullMarked;
