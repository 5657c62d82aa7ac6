package dev.plumbline.web.query;

import dev.plumbline.check.Score.Fraction;
import dev.plumbline.compliance.Counts;
import dev.plumbline.compliance.FleetStanding;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Standings;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a framework would say of the clusters as they stand now, before it counts. */
@Component
public class FrameworkPreviews {

  private final Standings standings;
  private final FleetScopes scopes;

  FrameworkPreviews(Standings standings, FleetScopes scopes) {
    this.standings = standings;
    this.scopes = scopes;
  }

  /**
   * What it would say.
   *
   * @param clusters how many were scanned
   * @param score empty where none was, or one figure would mislead
   */
  public record Preview(
      int clusters, Counts counts, Optional<Fraction> score, FleetStanding standing) {}

  public Preview of(Framework framework) {
    var scope = scopes.of(Optional.empty(), "");
    var fleet = standings.standing(framework, scope.judged(), scope.at());
    boolean scanned = !scope.evidence().isEmpty();
    return new Preview(
        scope.evidence().size(), fleet.counts(), scanned ? fleet.score() : Optional.empty(), fleet);
  }
}
