/** Connecting a cluster, step by step. */
@NullMarked
package dev.plumbline.web.pages.connect;

import org.jspecify.annotations.NullMarked;
