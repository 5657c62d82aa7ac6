package dev.plumbline.web.query;

import dev.plumbline.check.Score;
import dev.plumbline.check.Score.Fraction;
import dev.plumbline.finding.CheckTally;
import dev.plumbline.finding.WaiverBook;
import dev.plumbline.scan.Fleet;
import dev.plumbline.scan.Scan;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The second figure: what the score would be if failures under exceptions in force counted as
 * passed. The first figure never counts them so.
 */
@Component
public class ExceptedScore {

  private final WaiverBook book;

  ExceptedScore(WaiverBook book) {
    this.book = book;
  }

  /**
   * Of a fleet; empty when no exception covers a failure that counts.
   *
   * @param tallies of the scans that hold, by scan
   */
  public Optional<Fraction> of(Fleet fleet, Map<UUID, List<CheckTally>> tallies, Instant at) {
    Map<UUID, List<CheckTally>> byCluster = new HashMap<>();
    fleet
        .scans()
        .forEach(scan -> byCluster.put(scan.cluster(), tallies.getOrDefault(scan.id(), List.of())));
    var forgiven = book.forgiven(byCluster, at);
    return forgiven.isEmpty()
        ? Optional.empty()
        : fleet.score(scan -> of(scan, byCluster, forgiven.getOrDefault(scan.cluster(), Map.of())));
  }

  private static Optional<Fraction> of(
      Scan scan, Map<UUID, List<CheckTally>> tallies, Map<String, Fraction> forgiven) {
    var lines =
        tallies.getOrDefault(scan.cluster(), List.of()).stream()
            .flatMap(tally -> tally.line().stream())
            .toList();
    return new Score(lines).forgiving(forgiven).value();
  }
}
