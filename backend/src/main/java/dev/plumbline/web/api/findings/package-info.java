/** Findings over the REST API. */
@NullMarked
package dev.plumbline.web.api.findings;

import org.jspecify.annotations.NullMarked;
