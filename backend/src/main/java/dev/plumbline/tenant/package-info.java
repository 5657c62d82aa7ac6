/** Organisations, people, the current tenant and the transaction bound to it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.plumbline.tenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
