/** What was read of a cluster: snapshot, objects, coverage. */
@ApplicationModule(allowedDependencies = {"tenant", "cluster", "cluster :: api"})
@NullMarked
package dev.plumbline.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
