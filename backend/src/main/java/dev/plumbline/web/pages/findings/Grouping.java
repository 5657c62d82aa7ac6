package dev.plumbline.web.pages.findings;

import dev.plumbline.finding.Finding;

/** What findings of a list are put together by. */
enum Grouping {
  CONTROL,
  WORKLOAD,
  NAMESPACE;

  static Grouping of(String name) {
    for (Grouping grouping : values()) {
      if (grouping.words().equals(name)) {
        return grouping;
      }
    }
    return CONTROL;
  }

  /** As the address names it. */
  String words() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  String key(Finding finding) {
    var subject = finding.subject();
    return switch (this) {
      case CONTROL -> finding.check();
      case WORKLOAD -> finding.cluster() + " " + subject;
      case NAMESPACE -> finding.cluster() + " " + subject.namespace();
    };
  }
}
