/** Registering clusters: kubeconfig acceptance, sealed credentials, the guarded client. */
@ApplicationModule(allowedDependencies = {"tenant"})
@NullMarked
package dev.plumbline.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
