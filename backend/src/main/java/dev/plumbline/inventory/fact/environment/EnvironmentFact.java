package dev.plumbline.inventory.fact.environment;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Fact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Gathers the environments that labels name within each namespace. */
@Component
final class EnvironmentFact implements Fact {

  private static final List<String> LABELS =
      List.of("environment", "env", "stage", "app.kubernetes.io/environment");
  private static final Kind NAMESPACE = Kind.core("Namespace");

  @Override
  public String name() {
    return "environment";
  }

  @Override
  public Set<Kind> needs() {
    var kinds = new HashSet<>(Workloads.CONTROLLERS);
    kinds.addAll(Set.of(Kind.core("Pod"), NAMESPACE));
    return kinds;
  }

  @Override
  public Map<String, Class<? extends Record>> adds() {
    return Map.of("Namespace", NamespaceFields.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    Map<String, Set<String>> named = new HashMap<>();
    for (KubeObject namespace : snapshot.all(NAMESPACE)) {
      add(namespace.key().name(), namespace.labels(), named);
    }
    for (Workload workload : workloads) {
      for (PodGroup group : workload.groups()) {
        add(workload.key().namespace(), group.labels(), named);
      }
    }
    return (String subject, ObjectKey key) ->
        new NamespaceFields(List.copyOf(named.getOrDefault(key.name(), Set.of())));
  }

  private static void add(
      String namespace, Map<String, Object> labels, Map<String, Set<String>> named) {
    for (String label : LABELS) {
      if (labels.get(label) instanceof String value) {
        named.computeIfAbsent(namespace, n -> new TreeSet<>()).add(value);
      }
    }
  }
}
