package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells which admission policies are in force for a namespace, and what they already stop. */
@Component
final class AdmissionFact implements Fact {

  private static final NamespaceFields UNSEEN =
      new NamespaceFields(
          new NamespaceAdmission(
              PodSecurityLevels.of(Map.of(), Answer.unknown("the namespace was not read")),
              List.of(),
              List.of(),
              List.of(),
              List.of()));

  @Override
  public String name() {
    return "admission";
  }

  @Override
  public Set<Kind> needs() {
    return Admission.KINDS;
  }

  @Override
  public Map<String, Class<? extends Record>> adds() {
    return Map.of("Cluster", ClusterFields.class, "Namespace", NamespaceFields.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    Map<String, NamespaceAdmission> namespaces = Admission.of(snapshot);
    var cluster = new ClusterFields(Admission.engines(snapshot));
    return (subject, key) -> subject.equals("Cluster") ? cluster : fields(namespaces, key);
  }

  private static NamespaceFields fields(Map<String, NamespaceAdmission> namespaces, ObjectKey key) {
    NamespaceAdmission known = namespaces.get(key.name());
    return known == null ? UNSEEN : new NamespaceFields(known);
  }
}
