/** One cluster: where it stands, what was read of it, its scans, its settings. */
@NullMarked
package dev.plumbline.web.pages.cluster;

import org.jspecify.annotations.NullMarked;
