/** Framework trees, joined with findings and attestations into the standing of every control. */
@ApplicationModule(allowedDependencies = {"tenant", "inventory", "check", "finding"})
@NullMarked
package dev.plumbline.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
