package dev.plumbline.web.pages.cluster;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.KubeObjects;
import dev.plumbline.inventory.collect.Kinds;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.connect.SelfTestSheet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells of every kind how much of it a scan read, what is missing first. */
@Component
class KindsRead {

  private final KubeObjects objects;
  private final SelfTestSheet checks;

  KindsRead(KubeObjects objects, SelfTestSheet checks) {
    this.objects = objects;
    this.checks = checks;
  }

  List<ClusterView.KindRead> of(UUID scan) {
    Coverage coverage = objects.coverage(scan);
    return Arrays.stream(Kinds.values())
        .map(kind -> row(kind, coverage))
        .sorted(Comparator.comparing(row -> row.lost() == 0))
        .toList();
  }

  private ClusterView.KindRead row(Kinds kind, Coverage coverage) {
    Reading reading = coverage.of(kind.kind());
    boolean complete = coverage.complete(kind.kind());
    boolean read = complete || reading.count() > 0;
    return new ClusterView.KindRead(
        kind.kind().toString(),
        read ? (long) reading.count() : null,
        mark(reading),
        reading.reason(),
        complete ? 0 : checks.lost(List.of(kind.kind().name())));
  }

  private static Mark mark(Reading reading) {
    return switch (reading.state()) {
      case COMPLETE -> Mark.pass("Read");
      case NOT_SERVED -> new Mark(Mark.Kind.NOT_APPLICABLE, "Not installed");
      case PARTIAL -> Mark.unknown("Read in part");
      case FORBIDDEN -> Mark.unknown("Forbidden");
      case FAILED -> Mark.unknown("Failed");
      case NOT_READ -> Mark.unknown("Not read");
    };
  }
}
