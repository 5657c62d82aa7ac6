package dev.plumbline.scan;

import dev.plumbline.check.Score;
import dev.plumbline.finding.CheckTally;
import dev.plumbline.finding.Move;
import dev.plumbline.finding.Moves;
import dev.plumbline.finding.ScoreBridge;
import dev.plumbline.finding.Tallies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells what moved a score between two instants. */
@Component
@Transactional(readOnly = true)
public class ScoreBridges {

  private final ScanRows rows;
  private final Tallies tallies;
  private final Moves moves;

  ScoreBridges(ScanRows rows, Tallies tallies, Moves moves) {
    this.rows = rows;
    this.tallies = tallies;
    this.moves = moves;
  }

  /** From one look at a cluster to another, either way round; empty when one has no score. */
  public Optional<ScoreBridge> ofCluster(Scan from, Scan to) {
    if (score(from).isEmpty() || score(to).isEmpty()) {
      return Optional.empty();
    }
    if (taken(from).isAfter(taken(to))) {
      return ofCluster(to, from).map(ScoreBridge::reversed);
    }
    return Optional.of(ScoreBridge.between(lines(from), moves(from, to), lines(to)));
  }

  /** What moved the checks of a cluster after one look and up to another, oldest first. */
  public List<Move> moves(Scan from, Scan to) {
    List<UUID> looks =
        rows.between(taken(from), taken(to)).stream()
            .filter(scan -> scan.cluster().equals(from.cluster()))
            .map(Scan::id)
            .toList();
    return moves.of(looks);
  }

  /** From where a fleet stood to where it stands; empty when it has no score at one end. */
  public Optional<ScoreBridge> ofFleet(Fleet from, Fleet to) {
    if (from.score().isEmpty() || to.score().isEmpty()) {
      return Optional.empty();
    }
    Map<UUID, Standing> then = new HashMap<>();
    from.clusters().forEach(standing -> then.put(standing.cluster().id(), standing));
    List<ScoreBridge> bridges = new ArrayList<>();
    for (Standing now : to.clusters()) {
      Optional.ofNullable(then.get(now.cluster().id()))
          .flatMap(before -> ofStandings(before, now))
          .ifPresent(bridges::add);
    }
    int counted =
        (int)
            from.clusters().stream()
                .filter(standing -> standing.scan().flatMap(ScoreBridges::score).isPresent())
                .count();
    return Optional.of(
        ScoreBridge.mean(bridges, from.score().orElseThrow(), to.score().orElseThrow(), counted));
  }

  private Optional<ScoreBridge> ofStandings(Standing before, Standing now) {
    return before
        .scan()
        .flatMap(from -> now.scan().flatMap(to -> ofCluster(from, to)))
        .map(bridge -> bridge.lapsed(lapsed(before), lapsed(now)));
  }

  private static boolean lapsed(Standing standing) {
    return standing.age() == Standing.Age.LAPSED;
  }

  private List<Score.Line> lines(Scan scan) {
    return tallies.ofScan(scan.id()).stream()
        .map(CheckTally::line)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Score.Fraction> score(Scan scan) {
    return scan.result().flatMap(Scan.Result::score);
  }

  private static Instant taken(Scan scan) {
    return scan.takenAt().orElse(scan.requestedAt());
  }
}
