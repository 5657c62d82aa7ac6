/** What all resources of the REST API share: bodies and errors. */
@NullMarked
package dev.plumbline.web.api;

import org.jspecify.annotations.NullMarked;
