package dev.plumbline.finding;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Verdict;
import dev.plumbline.inventory.KubeObjects;
import dev.plumbline.inventory.ObjectKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the judged objects that came and went; pods and other parts of a workload are not. */
final class Crowd {

  private static final Set<String> CONTROLLERS =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "ReplicationController");

  private Crowd() {}

  static int came(Assessment assessment, KubeObjects.Turnover turnover) {
    return turnover.came().isEmpty()
        ? 0
        : (int)
            assessment.results().stream()
                .flatMap(result -> result.verdicts().stream())
                .map(Verdict::subject)
                .filter(turnover.came()::contains)
                .distinct()
                .count();
  }

  /** What failed and is gone, and what is of a kind that is judged by itself. */
  static int went(
      Assessment assessment, KubeObjects.Turnover turnover, Collection<OpenFinding> failing) {
    Set<String> judged =
        Stream.concat(
                CONTROLLERS.stream(),
                assessment.results().stream()
                    .flatMap(result -> result.check().appliesTo().stream()))
            .collect(Collectors.toSet());
    Set<ObjectKey> went =
        turnover.gone().stream()
            .filter(key -> judged.contains(key.kind().name()))
            .collect(Collectors.toCollection(HashSet::new));
    failing.forEach(finding -> went.add(finding.subject()));
    return went.size();
  }
}
