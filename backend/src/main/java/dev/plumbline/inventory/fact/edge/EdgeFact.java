package dev.plumbline.inventory.fact.edge;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Fact;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Tells what gateways listen to, and what protects the traffic there. */
@Component
final class EdgeFact implements Fact {

  private static final String SUBJECT = "EdgeGateway";

  @Override
  public String name() {
    return "edge";
  }

  @Override
  public Set<Kind> needs() {
    var kinds = new HashSet<>(Workloads.CONTROLLERS);
    kinds.addAll(List.of(Kind.core("Pod"), Proxies.SERVICE));
    kinds.addAll(IstioGateways.KINDS);
    kinds.addAll(ApiGateways.KINDS);
    return kinds;
  }

  @Override
  public Map<String, Class<? extends Record>> adds() {
    return Map.of(SUBJECT, GatewayFields.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    var all = new TreeMap<>(new ApiGateways(snapshot).all());
    all.putAll(new IstioGateways(snapshot, workloads).all());
    return new Answers(all);
  }

  private record Answers(Map<ObjectKey, GatewayFields> all) implements Computed {

    @Override
    public Record of(String subject, ObjectKey key) {
      return all.getOrDefault(
          key, new GatewayFields(key.namespace(), key.name(), false, List.of()));
    }

    @Override
    public Collection<ObjectKey> population(String subject) {
      return subject.equals(SUBJECT) ? all.keySet() : List.of();
    }
  }
}
