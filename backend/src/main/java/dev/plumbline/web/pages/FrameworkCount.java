package dev.plumbline.web.pages;

import dev.plumbline.compliance.Frameworks;
import org.springframework.stereotype.Component;

/** How many frameworks there are. */
@Component
class FrameworkCount {

  private final Frameworks frameworks;

  FrameworkCount(Frameworks frameworks) {
    this.frameworks = frameworks;
  }

  long count() {
    return frameworks.all().size();
  }
}
