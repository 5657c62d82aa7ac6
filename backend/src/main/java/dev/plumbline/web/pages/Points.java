package dev.plumbline.web.pages;

import dev.plumbline.check.Score;
import dev.plumbline.finding.CheckTally;
import dev.plumbline.finding.Tallies;
import dev.plumbline.scan.Fleet;
import dev.plumbline.scan.Scan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What mending a finding would win of the fleet's score. */
@Component
public class Points {

  private final Tallies tallies;

  Points(Tallies tallies) {
    this.tallies = tallies;
  }

  /** The points at stake in the scans that hold. */
  public Stakes of(Fleet fleet) {
    List<Scan> scans = fleet.scans();
    Map<UUID, List<CheckTally>> byScan =
        tallies.ofScans(scans.stream().map(Scan::id).toList()).stream()
            .collect(Collectors.groupingBy(CheckTally::scan));
    Map<String, Double> each = new HashMap<>();
    Map<String, Double> whole = new HashMap<>();
    for (Scan scan : scans) {
      var lines = byScan.getOrDefault(scan.id(), List.of());
      var score = new Score(lines.stream().flatMap(tally -> tally.line().stream()).toList());
      for (CheckTally tally : lines) {
        double lost = lost(score, tally) / scans.size();
        whole.merge(tally.check(), lost, Double::sum);
        if (tally.tally().failed() > 0) {
          each.put(key(scan.cluster(), tally.check()), lost / tally.tally().failed());
        }
      }
    }
    return new Stakes(each, whole, byScan);
  }

  private static double lost(Score score, CheckTally tally) {
    return tally.line().map(line -> score.lost(line).rounded(6).doubleValue()).orElse(0.0);
  }

  private static String key(UUID cluster, String check) {
    return cluster + " " + check;
  }

  /** Points at stake, by check and by finding. */
  public record Stakes(
      Map<String, Double> each, Map<String, Double> whole, Map<UUID, List<CheckTally>> tallies) {

    /** What mending one finding of a check wins, null when it does not count. */
    public @org.jspecify.annotations.Nullable Double one(UUID cluster, String check) {
      return each.get(key(cluster, check));
    }

    /** What mending all findings of a check wins. */
    public double all(String check) {
      return Optional.ofNullable(whole.get(check)).orElse(0.0);
    }
  }
}
