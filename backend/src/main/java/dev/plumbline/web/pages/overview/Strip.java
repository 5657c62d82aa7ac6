package dev.plumbline.web.pages.overview;

import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Counts;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.compliance.Standings;
import dev.plumbline.scan.Fleet;
import dev.plumbline.web.charts.Share;
import dev.plumbline.web.pages.FrameworkName;
import dev.plumbline.web.query.FleetScopes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every framework in one line. */
@Component
class Strip {

  private final Frameworks frameworks;
  private final Standings standings;
  private final FleetScopes scopes;

  Strip(Frameworks frameworks, Standings standings, FleetScopes scopes) {
    this.frameworks = frameworks;
    this.standings = standings;
    this.scopes = scopes;
  }

  /** As it stood at an instant; on a cluster that was not looked at for too long nothing passes. */
  List<OverviewView.Framework> of(Fleet fleet, Instant at) {
    var scope = scopes.of(fleet, at);
    return frameworks.all(Optional.of(at)).stream()
        .filter(framework -> scope.counts(frameworks, framework))
        .map(framework ->
            line(
                framework,
                standings
                    .standing(framework, scope.counting(frameworks, framework).judged(), at)
                    .counts()))
        .toList();
  }

  private static OverviewView.Framework line(Framework framework, Counts counts) {
    int attested = counts.of(ControlStatus.ATTESTED);
    return new OverviewView.Framework(
        FrameworkName.of(framework),
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
