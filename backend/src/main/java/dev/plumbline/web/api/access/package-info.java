/** Who may do what in a cluster, over the API. */
@NullMarked
package dev.plumbline.web.api.access;

import org.jspecify.annotations.NullMarked;
