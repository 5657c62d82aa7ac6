/** Frameworks, their controls and what people attest of them, over the REST API. */
@NullMarked
package dev.plumbline.web.api.frameworks;

import org.jspecify.annotations.NullMarked;
