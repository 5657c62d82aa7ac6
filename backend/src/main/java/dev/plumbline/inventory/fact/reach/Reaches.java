package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Sums up the policies that hold for a workload. */
final class Reaches {

  static final WorkloadFields UNSEEN =
      new WorkloadFields(
          new Reach(
              Answer.unknown("the workload was not seen"),
              Answer.unknown("the workload was not seen"),
              List.of()));

  private Reaches() {}

  static Reach of(Workload workload, List<Policy> holding, Optional<String> doubt) {
    boolean node =
        workload.groups().stream().anyMatch(group -> Documents.flag(group.spec(), "hostNetwork"));
    return new Reach(
        direction(node, holding, Policy::ingress, doubt),
        direction(node, holding, Policy::egress, doubt),
        holding.stream().map(Policy::name).toList());
  }

  private static Answer<String> direction(
      boolean node, List<Policy> holding, Predicate<Policy> limits, Optional<String> doubt) {
    if (node) {
      return Answer.of("node");
    }
    if (holding.stream().anyMatch(limits)) {
      return Answer.of("limited");
    }
    return doubt.<Answer<String>>map(Answer::unknown).orElse(Answer.of("open"));
  }
}
