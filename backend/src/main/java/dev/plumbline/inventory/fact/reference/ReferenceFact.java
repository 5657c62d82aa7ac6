package dev.plumbline.inventory.fact.reference;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks up what Ingresses and autoscalers name. */
@Component
final class ReferenceFact implements Fact {

  private static final String INGRESS = "Ingress";

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public Set<Kind> needs() {
    return Set.of();
  }

  @Override
  public Map<String, Class<? extends Record>> adds() {
    return Map.of(INGRESS, IngressFields.class, "HorizontalPodAutoscaler", ScalerFields.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    var references = new References(snapshot);
    return new Answers(references);
  }

  private record Answers(References references) implements Computed {

    @Override
    public Record of(String subject, ObjectKey key) {
      return subject.equals(INGRESS)
          ? new IngressFields(references.backends(key))
          : new ScalerFields(references.target(key));
    }

    @Override
    public Record of(KubeObject object) {
      return object.key().kind().name().equals(INGRESS)
          ? new IngressFields(references.backends(object))
          : new ScalerFields(references.target(object));
    }
  }
}
