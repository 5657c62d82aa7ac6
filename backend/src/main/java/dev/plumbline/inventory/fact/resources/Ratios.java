package dev.plumbline.inventory.fact.resources;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.Container;
import dev.plumbline.inventory.Workload.Container.Role;
import dev.plumbline.inventory.Workload.PodGroup;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Limits over requests; a quantity that many containers write is read once. */
final class Ratios {

  private final Map<Object, Optional<BigDecimal>> amounts = new ConcurrentHashMap<>();
  private final Map<Pair, Optional<Double>> times = new ConcurrentHashMap<>();

  private record Pair(Object low, Object high) {}

  WorkloadFields of(Workload workload) {
    var found = new LinkedHashSet<Ratio>();
    for (PodGroup group : workload.groups()) {
      for (Container container : group.containers()) {
        if (container.role() != Role.EPHEMERAL) {
          add(container, found);
        }
      }
    }
    return found.isEmpty() ? WorkloadFields.NONE : new WorkloadFields(List.copyOf(found));
  }

  private void add(Container container, Set<Ratio> found) {
    Map<String, Object> resources = Documents.map(container.document(), "resources");
    Map<String, Object> requests = Documents.map(resources, "requests");
    Map<String, Object> limits = Documents.map(resources, "limits");
    if (requests.isEmpty() || limits.isEmpty()) {
      return;
    }
    String[] requested = requests.keySet().toArray(String[]::new);
    Arrays.sort(requested);
    for (String resource : requested) {
      Object low = requests.getOrDefault(resource, "");
      Object high = limits.get(resource);
      if (high != null) {
        times
            .computeIfAbsent(new Pair(low, high), this::times)
            .map(it -> new Ratio(container.name(), resource, low.toString(), high.toString(), it))
            .ifPresent(found::add);
      }
    }
  }

  private Optional<Double> times(Pair pair) {
    return amount(pair.low)
        .filter(least -> least.signum() > 0)
        .flatMap(least -> amount(pair.high).map(most -> divided(least, most)));
  }

  private Optional<BigDecimal> amount(Object written) {
    return amounts.computeIfAbsent(written, Amount::of);
  }

  private static double divided(BigDecimal least, BigDecimal most) {
    return most.divide(least, MathContext.DECIMAL64).doubleValue();
  }
}
