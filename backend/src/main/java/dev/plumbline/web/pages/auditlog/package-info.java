/** The audit log: append-only, chained. */
@NullMarked
package dev.plumbline.web.pages.auditlog;

import org.jspecify.annotations.NullMarked;
