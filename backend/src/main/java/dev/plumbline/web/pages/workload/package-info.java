/** One workload: its network, mesh, images, findings and rights. */
@NullMarked
package dev.plumbline.web.pages.workload;

import org.jspecify.annotations.NullMarked;
