package dev.plumbline.inventory.fact.resources;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Fact;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives workloads the ratios of their containers' limits to their requests. */
@Component
final class ResourcesFact implements Fact {

  @Override
  public String name() {
    return "resources";
  }

  @Override
  public Set<Kind> needs() {
    return Set.of();
  }

  @Override
  public Map<String, Class<? extends Record>> adds() {
    return Map.of("Workload", WorkloadFields.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    Map<ObjectKey, WorkloadFields> fields = new HashMap<>();
    workloads.forEach(workload -> fields.put(workload.key(), fields(workload)));
    return (subject, key) -> fields.getOrDefault(key, WorkloadFields.NONE);
  }

  private static WorkloadFields fields(Workload workload) {
    return new WorkloadFields(
        workload.groups().stream()
            .flatMap(group ->
                Stream.of("initContainers", "containers")
                    .flatMap(list -> Documents.maps(group.spec(), list).stream()))
            .flatMap(ResourcesFact::ratios)
            .distinct()
            .toList());
  }

  private static Stream<Ratio> ratios(Map<String, Object> container) {
    Map<String, Object> resources = Documents.map(container, "resources");
    Map<String, Object> requests = Documents.map(resources, "requests");
    Map<String, Object> limits = Documents.map(resources, "limits");
    String name = Documents.text(container, "name");
    return requests.keySet().stream()
        .sorted()
        .flatMap(resource -> ratio(name, resource, requests, limits).stream());
  }

  private static Optional<Ratio> ratio(
      String container, String resource, Map<String, Object> requests, Map<String, Object> limits) {
    Object low = requests.getOrDefault(resource, "");
    Object high = limits.getOrDefault(resource, "");
    Optional<BigDecimal> request = Amount.of(low).filter(amount -> amount.signum() > 0);
    return request.flatMap(least ->
        Amount.of(high)
            .map(most -> most.divide(least, MathContext.DECIMAL64).doubleValue())
            .map(times -> new Ratio(container, resource, low.toString(), high.toString(), times)));
  }
}
