/** Clusters over the API: registering, credentials, self-test, uploads. */
@NullMarked
package dev.plumbline.web.api.clusters;

import org.jspecify.annotations.NullMarked;
