/** Checks that organisations wrote themselves: kept, tried, switched on and off. */
@ApplicationModule(allowedDependencies = {"tenant", "inventory", "check"})
@NullMarked
package dev.plumbline.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
