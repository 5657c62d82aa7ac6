/** Which addresses Plumbline may connect to when a tenant names them. */
@NullMarked
package dev.plumbline.cluster.egress;

import org.jspecify.annotations.NullMarked;
