package dev.plumbline.web.pages;

/** Which entry of the rail a page belongs to. */
final class Rail {

  private Rail() {}

  static String entry(String page) {
    return switch (page) {
      case "finding" -> "findings";
      case "framework", "control", "matrix", "ownframeworks", "ownframework", "owncontrol" ->
          "frameworks";
      case "cluster", "connect", "scan", "objects", "nodes" -> "clusters";
      case "workload" -> "network";
      case "schedule", "report" -> "reports";
      case "auditlog" -> "audit-log";
      default -> page;
    };
  }
}
