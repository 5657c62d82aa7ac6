package dev.plumbline.report.framework;

import dev.plumbline.check.Score;
import dev.plumbline.compliance.FleetStanding;
import dev.plumbline.compliance.FrameworkStanding;
import dev.plumbline.finding.ScoreBridge;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.ScoreBridges;
import dev.plumbline.scan.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what led a framework's score from the start of a period to its end. */
@Component
class Crossing {

  private final ScoreBridges bridges;

  Crossing(ScoreBridges bridges) {
    this.bridges = bridges;
  }

  @Nullable ScoreBridge bridge(
      List<Standing> before, FleetStanding opening, List<Standing> after, FleetStanding closing) {
    if (opening.score().isEmpty() || closing.score().isEmpty()) {
      return null;
    }
    Map<UUID, Standing> then = byCluster(before);
    Map<UUID, Standing> now = byCluster(after);
    Map<UUID, Score> closed = scores(closing);
    List<ScoreBridge> clusters = new ArrayList<>();
    scores(opening)
        .forEach((cluster, score) ->
            Optional.ofNullable(closed.get(cluster))
                .map(end -> cluster(then.get(cluster), score, now.get(cluster), end))
                .ifPresent(clusters::add));
    return ScoreBridge.mean(
        clusters,
        opening.score().orElseThrow(),
        closing.score().orElseThrow(),
        scores(opening).size());
  }

  /** What a lapsed end hides is a matter of sight, whatever moved meanwhile. */
  private ScoreBridge cluster(
      @Nullable Standing before, Score opening, @Nullable Standing after, Score closing) {
    boolean atStart = before != null && before.lapsed();
    boolean atEnd = after != null && after.lapsed();
    if (atStart || atEnd) {
      var seen = atStart ? closing.lines() : opening.lines();
      return ScoreBridge.between(seen, List.of(), seen).lapsed(atStart, atEnd);
    }
    return cluster(scan(before), opening, scan(after), closing);
  }

  private ScoreBridge cluster(
      @Nullable Scan from, Score opening, @Nullable Scan to, Score closing) {
    var moves =
        from == null || to == null || from.id().equals(to.id())
            ? List.<dev.plumbline.finding.Move>of()
            : bridges.moves(from, to);
    return ScoreBridge.between(opening.lines(), moves, closing.lines());
  }

  private static @Nullable Scan scan(@Nullable Standing standing) {
    return standing == null ? null : standing.scan().orElse(null);
  }

  private static Map<UUID, Standing> byCluster(List<Standing> clusters) {
    Map<UUID, Standing> standings = new HashMap<>();
    clusters.forEach(one -> standings.put(one.cluster().id(), one));
    return standings;
  }

  /** Of clusters that count: those on which at least one check does. */
  private static Map<UUID, Score> scores(FleetStanding standing) {
    Map<UUID, Score> scores = new HashMap<>();
    for (FrameworkStanding one : standing.clusters()) {
      Score score = one.score();
      if (score != null && score.coverage().isPresent()) {
        scores.put(one.cluster(), score);
      }
    }
    return scores;
  }
}
