/** The guarded way to a customer's API server, which may be hostile. */
@NamedInterface("api")
@NullMarked
package dev.plumbline.cluster.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
