package dev.plumbline.web.pages.overview;

import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Counts;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.compliance.Standings;
import dev.plumbline.scan.Fleet;
import dev.plumbline.web.charts.Share;
import dev.plumbline.web.query.FleetEvidence;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every framework in one line. */
@Component
class Strip {

  private static final int SHORT = 8;

  private final Frameworks frameworks;
  private final Standings standings;
  private final FleetEvidence evidence;
  private final Clock clock;

  Strip(Frameworks frameworks, Standings standings, FleetEvidence evidence, Clock clock) {
    this.frameworks = frameworks;
    this.standings = standings;
    this.evidence = evidence;
    this.clock = clock;
  }

  List<OverviewView.Framework> of(Fleet fleet) {
    var clusters = evidence.of(fleet);
    Instant at = clock.instant();
    return frameworks.all().stream()
        .map(framework -> line(framework, standings.standing(framework, clusters, at).counts()))
        .toList();
  }

  /** With its edition, where that is a number and no sentence. */
  private static String name(Framework framework) {
    return framework.edition().length() > SHORT
        ? framework.name()
        : framework.name() + " " + framework.edition();
  }

  private static OverviewView.Framework line(Framework framework, Counts counts) {
    int attested = counts.of(ControlStatus.ATTESTED);
    return new OverviewView.Framework(
        name(framework),
        "/frameworks/" + framework.id(),
        new Share(
            counts.pass(),
            counts.fail(),
            counts.unknown(),
            attested,
            counts.manual() - attested,
            counts.total() - counts.machine() - counts.manual()));
  }
}
