/** Credentials at rest: envelope encryption, bound to tenant, cluster and version. */
@NullMarked
package dev.plumbline.cluster.seal;

import org.jspecify.annotations.NullMarked;
