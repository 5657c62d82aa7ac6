package dev.plumbline.report.framework;

import dev.plumbline.report.Say;
import dev.plumbline.report.framework.FrameworkReportView.ControlDetail;
import dev.plumbline.report.framework.FrameworkReportView.Counts;
import dev.plumbline.report.framework.FrameworkReportView.Day;
import dev.plumbline.report.framework.FrameworkReportView.Scope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The sentences of the report that are made from its numbers. */
final class Sentences extends Say {

  Sentences(ZoneId zone) {
    super(zone);
  }

  public String scope(Scope scope) {
    int namespaces = scope.clusters().stream().mapToInt(c -> c.namespaces()).sum();
    int workloads = scope.clusters().stream().mapToInt(c -> c.workloads()).sum();
    return many(scope.clusters().size(), "cluster")
        + ", "
        + many(namespaces, "namespace")
        + ", "
        + many(workloads, "workload");
  }

  public String population(Scope scope) {
    int missing = scope.asked() - scope.judged();
    String all =
        "%s read. The checks of the framework asked for %s, and %s given."
            .formatted(
                many(scope.objects(), "object"), many(scope.asked(), "verdict"), n(scope.judged()));
    return missing == 0
        ? all + " Nothing was left out."
        : all + " %s could not be given; the reasons stand below.".formatted(n(missing));
  }

  public String rest(Counts counts) {
    return "%s in all; %s not applicable, %s the provider's duty or not to be seen in a cluster. "
            .formatted(
                many(counts.all(), "control"), n(counts.notApplicable()), n(counts.elsewhere()))
        + "Manual: %s attested, %s open, %s expired."
            .formatted(n(counts.attested()), n(counts.open()), n(counts.expired()));
  }

  public String affected(ControlDetail detail) {
    int shown = detail.affected().size();
    int last = detail.firstRow() + detail.affectedTotal() - 1;
    String rows = " (findings.csv, rows %s to %s)".formatted(n(detail.firstRow()), n(last));
    return shown == detail.affectedTotal()
        ? "Affected: all %s%s".formatted(n(shown), rows)
        : "Affected: the first %s of %s; the rest is in the file%s"
            .formatted(n(shown), n(detail.affectedTotal()), rows);
  }

  public String path(String namespace, String kind) {
    return (namespace.isEmpty() ? "" : cut(namespace, 80) + " / ") + cut(kind, 60) + " /";
  }

  public String gaps(List<Day> trend) {
    var gaps = new ArrayList<String>();
    LocalDate from = null;
    LocalDate last = null;
    for (var day : trend) {
      boolean read = day.score() != null || day.open() != null;
      if (read && from != null && last != null) {
        gaps.add(range(from, last));
        from = null;
      } else if (!read && from == null) {
        from = day.day();
      }
      last = day.day();
    }
    if (from != null && last != null) {
      gaps.add(range(from, last));
    }
    return gaps.isEmpty() ? "Every day was read." : "Not read: " + String.join("; ", gaps) + ".";
  }

  private String range(LocalDate from, LocalDate to) {
    return from.equals(to) ? day(from) : day(from) + " to " + day(to);
  }

  private String many(int number, String noun) {
    return n(number) + " " + noun + (number == 1 ? "" : "s");
  }
}
