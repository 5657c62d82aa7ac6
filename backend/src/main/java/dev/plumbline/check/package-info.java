/** Checks: catalogue, CEL, outcomes, score. Pure: no database, no clock, no network. */
@ApplicationModule(
    allowedDependencies = {"tenant", "inventory", "inventory :: fact", "inventory :: shape"})
@NullMarked
package dev.plumbline.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
