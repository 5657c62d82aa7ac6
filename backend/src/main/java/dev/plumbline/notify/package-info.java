/** Channels that carry news out: mail first. */
@ApplicationModule(
    allowedDependencies = {"tenant", "cluster", "finding", "compliance", "scan", "report"})
@NullMarked
package dev.plumbline.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
