package dev.plumbline.web.pages.overview;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.finding.Waiver;
import dev.plumbline.finding.WaiverBook;
import dev.plumbline.finding.WaiverFilter;
import dev.plumbline.scan.Fleet;
import dev.plumbline.scan.Standing;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Credentials and exceptions that end soon, credentials that have ended. */
@Component
class Endings {

  private static final Duration SOON = Duration.ofDays(30);
  private static final Duration FORTNIGHT = Duration.ofDays(14);
  private static final int SHOWN = 5;

  private final WaiverBook book;
  private final Catalogue catalogue;

  Endings(WaiverBook book, Catalogue catalogue) {
    this.book = book;
    this.catalogue = catalogue;
  }

  List<OverviewView.Ending> of(Fleet fleet, Instant now) {
    List<OverviewView.Ending> endings = new ArrayList<>(credentials(fleet, now));
    var soon = WaiverFilter.at(now).in(Waiver.State.APPROVED).endingBefore(now.plus(FORTNIGHT));
    var page = book.page(soon, null, SHOWN);
    page.waivers().forEach(one -> endings.add(ending(one, now)));
    if (page.total() > page.waivers().size()) {
      endings.add(more(page.total() - page.waivers().size()));
    }
    return endings;
  }

  private static List<OverviewView.Ending> credentials(Fleet fleet, Instant now) {
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
        over,
        "/clusters/" + cluster.alias());
  }

  private OverviewView.Ending ending(Waiver waiver, Instant now) {
    return new OverviewView.Ending(
        new Mark(Mark.Kind.EXCEPTED, "Exception"),
        catalogue.find(waiver.check()).map(Check::title).orElse(waiver.check())
            + " in "
            + waiver.subject().name(),
        waiver.decision().map(said -> "approved by " + said.by()).orElse(""),
        Format.age(Duration.between(now, waiver.expiresAt())),
        false,
        "/findings/" + waiver.finding());
  }

  private static OverviewView.Ending more(long number) {
    return new OverviewView.Ending(
        new Mark(Mark.Kind.EXCEPTED, "Exceptions"),
        Format.count(number) + " more",
        "all that end within a fortnight",
        "14 d",
        false,
        "/exceptions?state=soon");
  }
}
