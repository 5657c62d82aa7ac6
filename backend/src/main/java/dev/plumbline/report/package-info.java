/** Reports: view model and PDF. */
@ApplicationModule(
    allowedDependencies = {
      "tenant",
      "cluster",
      "inventory",
      "check",
      "finding",
      "compliance",
      "scan"
    })
@NullMarked
package dev.plumbline.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
