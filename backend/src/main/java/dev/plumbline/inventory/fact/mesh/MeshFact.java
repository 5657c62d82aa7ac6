package dev.plumbline.inventory.fact.mesh;

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
import org.springframework.stereotype.Component;

/** Tells which workloads are in a service mesh, what it encrypts, and whom its policies let in. */
@Component
final class MeshFact implements Fact {

  private static final String MEMBER = "MeshedWorkload";
  private static final String NAMESPACE = "MeshNamespace";

  @Override
  public String name() {
    return "mesh";
  }

  @Override
  public Set<Kind> needs() {
    var kinds = new HashSet<>(Workloads.CONTROLLERS);
    kinds.addAll(
        Set.of(
            Kind.core("Pod"),
            Kind.core("Namespace"),
            Kind.core("Service"),
            Presence.CONFIG_MAP,
            PeerAuthentications.KIND,
            AuthorizationPolicies.KIND,
            ClientRules.KIND,
            Linkerd.SERVER,
            LinkerdGrants.POLICY,
            LinkerdGrants.AUTHORIZATION));
    return kinds;
  }

  @Override
  public Map<String, Class<? extends Record>> adds() {
    return Map.of(
        "Cluster",
        ClusterFields.class,
        "Workload",
        WorkloadFields.class,
        MEMBER,
        MeshedFields.class,
        NAMESPACE,
        NamespaceFields.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    Mesh mesh = Mesh.of(snapshot, workloads);
    Map<ObjectKey, NamespaceFields> namespaces = Namespaces.of(mesh, snapshot, workloads);
    return new Answers(mesh, namespaces);
  }

  private record Answers(Mesh mesh, Map<ObjectKey, NamespaceFields> namespaces)
      implements Computed {

    @Override
    public Record of(String subject, ObjectKey key) {
      return switch (subject) {
        case "Cluster" -> new ClusterFields(mesh.presence());
        case MEMBER ->
            new MeshedFields(key.kind().name(), key.namespace(), key.name(), mesh.member(key));
        case NAMESPACE ->
            namespaces.getOrDefault(
                key, new NamespaceFields(key.name(), "", 0, List.of(), List.of()));
        default -> new WorkloadFields(mesh.member(key));
      };
    }

    @Override
    public Record of(Workload workload) {
      return new WorkloadFields(mesh.member(workload));
    }

    @Override
    public Collection<ObjectKey> population(String subject) {
      return switch (subject) {
        case MEMBER -> mesh.enrolled();
        case NAMESPACE -> namespaces.keySet();
        default -> List.of();
      };
    }
  }
}
