package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells which network policies hold for which pods, and whether any can. */
@Component
final class ReachFact implements Fact {

  private static final Kind POLICY = new Kind("networking.k8s.io", "NetworkPolicy");

  @Override
  public String name() {
    return "reach";
  }

  @Override
  public Set<Kind> needs() {
    return Set.of(POLICY);
  }

  @Override
  public Map<String, Class<? extends Record>> adds() {
    return Map.of(
        "Cluster", ClusterFields.class,
        "Workload", WorkloadFields.class,
        "NetworkPolicy", PolicyFields.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    Map<String, List<Policy>> policies =
        snapshot.all(POLICY).stream()
            .map(Policy::of)
            .collect(Collectors.groupingBy(Policy::namespace));
    Optional<String> doubt = OtherPolicies.doubt(snapshot);
    Map<ObjectKey, Record> fields = new HashMap<>();
    Map<ObjectKey, List<String>> selected = new HashMap<>();
    for (Workload workload : workloads) {
      var holding = holding(workload, policies);
      fields.put(workload.key(), new WorkloadFields(Reaches.of(workload, holding, doubt)));
      holding.forEach(policy ->
          selected.computeIfAbsent(key(policy), k -> new ArrayList<>()).add(label(workload)));
    }
    var cluster = new ClusterFields(NetworkPlugin.of(workloads, snapshot.coverage()));
    return (subject, key) ->
        switch (subject) {
          case "Cluster" -> cluster;
          case "NetworkPolicy" -> new PolicyFields(selected.getOrDefault(key, List.of()));
          default -> fields.getOrDefault(key, Reaches.UNSEEN);
        };
  }

  private static List<Policy> holding(Workload workload, Map<String, List<Policy>> policies) {
    return policies.getOrDefault(workload.key().namespace(), List.of()).stream()
        .filter(policy -> policy.selects(workload))
        .toList();
  }

  private static ObjectKey key(Policy policy) {
    return new ObjectKey(POLICY, policy.namespace(), policy.name());
  }

  private static String label(Workload workload) {
    return workload.key().kind().name() + " " + workload.key().name();
  }
}
