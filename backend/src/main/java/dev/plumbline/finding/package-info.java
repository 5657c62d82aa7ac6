/** History of outcomes as intervals; the only writer of outcomes. */
@ApplicationModule(allowedDependencies = {"tenant", "inventory", "check"})
@NullMarked
package dev.plumbline.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
