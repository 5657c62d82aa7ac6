/** Who reaches whom in a cluster, and what is reached from outside. */
@NullMarked
package dev.plumbline.web.pages.network;

import org.jspecify.annotations.NullMarked;
