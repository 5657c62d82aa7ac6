/** Scans over the REST API, and their progress as events. */
@NullMarked
package dev.plumbline.web.api.scans;

import org.jspecify.annotations.NullMarked;
