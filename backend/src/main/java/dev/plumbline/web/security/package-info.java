/**
 * Who may do what over HTTP: the tenant's walk, sign-in, tokens, and the right each handler
 * declares.
 */
@NullMarked
package dev.plumbline.web.security;

import org.jspecify.annotations.NullMarked;
