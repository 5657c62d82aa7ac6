package dev.plumbline.web.pages.overview;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.scan.Fleet;
import dev.plumbline.scan.Standing;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Credentials that end soon or have ended. */
@Component
class Endings {

  private static final Duration SOON = Duration.ofDays(30);

  List<OverviewView.Ending> of(Fleet fleet, Instant now) {
    return fleet.clusters().stream()
        .map(Standing::cluster)
        .flatMap(cluster ->
            cluster.credential().stream()
                .flatMap(credential -> credential.expiresAt().stream())
                .filter(end -> end.isBefore(now.plus(SOON)))
                .map(end -> ending(cluster, end, now)))
        .toList();
  }

  private static OverviewView.Ending ending(Cluster cluster, Instant end, Instant now) {
    boolean over = !end.isAfter(now);
    return new OverviewView.Ending(
        new Mark(over ? Mark.Kind.EXPIRED : Mark.Kind.OPEN, "Credential"),
        cluster.name(),
        over ? "scans cannot read it any more" : "replace it in place",
        over ? "ended" : Format.age(Duration.between(now, end)),
        over);
  }
}
