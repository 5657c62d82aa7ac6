package dev.plumbline.web.pages.cluster;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.scan.Scan;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the rows of the list of scans. */
final class ScanRows {

  private ScanRows() {}

  /** Newest first, each with a way to compare it with the finished one before. */
  static List<ClusterView.ScanRow> rows(Cluster cluster, List<Scan> scans) {
    var rows = new ArrayList<ClusterView.ScanRow>();
    for (int i = 0; i < scans.size(); i++) {
      Scan scan = scans.get(i);
      String compare =
          scans.stream()
              .skip(i + 1)
              .filter(before -> before.result().isPresent() && scan.result().isPresent())
              .findFirst()
              .map(before -> "/compare?a=" + before.id() + "&b=" + scan.id())
              .orElse(null);
      rows.add(row(cluster, scan, compare));
    }
    return rows;
  }

  private static ClusterView.ScanRow row(Cluster cluster, Scan scan, @Nullable String compare) {
    Optional<Scan.Result> result = scan.result();
    Instant began = scan.startedAt().orElse(scan.requestedAt());
    return new ClusterView.ScanRow(
        "/clusters/" + cluster.alias() + "/scans/" + scan.id(),
        Format.moment(
            scan.cause() == Scan.Cause.SAMPLE ? scan.requestedAt() : began, ZoneOffset.UTC),
        mark(scan),
        scan.finishedAt().map(end -> Format.age(Duration.between(began, end))).orElse(""),
        result.isEmpty() ? null : (long) scan.size().objects(),
        result.map(it -> it.coverage().doubleValue() * 100).orElse(null),
        result
            .flatMap(Scan.Result::score)
            .map(score -> score.rounded(4).doubleValue())
            .orElse(null),
        scan.rulePack(),
        scan.requestedBy(),
        compare);
  }

  private static Mark mark(Scan scan) {
    return switch (scan.state()) {
      case QUEUED -> new Mark(Mark.Kind.RUNNING, "Waiting");
      case RUNNING -> new Mark(Mark.Kind.RUNNING, "Running");
      case DONE -> Mark.pass("Complete");
      case FAILED -> Mark.fail(scan.failure().isEmpty() ? "Failed" : "Failed: " + scan.failure());
      case CANCELLED -> Mark.unknown("Cancelled");
    };
  }
}
