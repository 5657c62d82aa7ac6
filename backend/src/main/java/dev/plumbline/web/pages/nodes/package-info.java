/** What was seen on the nodes of one cluster. */
@NullMarked
package dev.plumbline.web.pages.nodes;

import org.jspecify.annotations.NullMarked;
