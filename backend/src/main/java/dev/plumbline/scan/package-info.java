/** The hallway: job, lease, fence, progress; collect, evaluate, store. */
@ApplicationModule(
    allowedDependencies = {
      "tenant",
      "cluster",
      "cluster :: api",
      "inventory",
      "inventory :: collect",
      "inventory :: fact",
      "check",
      "finding",
      "compliance"
    })
@NullMarked
package dev.plumbline.scan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
