/** What was seen on nodes, over the API. */
@NullMarked
package dev.plumbline.web.api.nodes;

import org.jspecify.annotations.NullMarked;
