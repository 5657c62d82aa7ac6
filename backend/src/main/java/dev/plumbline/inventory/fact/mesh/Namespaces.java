package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.mesh.NamespaceFields.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The namespaces of a cluster with a mesh, and which of their workloads stay outside. */
final class Namespaces {

  private static final Set<String> SYSTEM = Set.of("kube-system", "kube-public", "kube-node-lease");

  private Namespaces() {}

  static Map<ObjectKey, NamespaceFields> of(
      Mesh mesh, Snapshot snapshot, List<Workload> workloads) {
    if (!mesh.presence().istio() && !mesh.presence().linkerd()) {
      return Map.of();
    }
    var byNamespace = new TreeMap<String, List<Workload>>();
    workloads.stream()
        .filter(workload -> couldBe(workload, mesh))
        .forEach(w -> byNamespace.computeIfAbsent(w.key().namespace(), n -> list()).add(w));
    var fields = new TreeMap<ObjectKey, NamespaceFields>();
    byNamespace.forEach((name, all) -> {
      var key = new ObjectKey(Kind.core("Namespace"), "", name);
      fields.put(key, fields(name, Asks.Namespace.of(snapshot.find(key)), all, mesh));
    });
    return fields;
  }

  private static List<Workload> list() {
    return new ArrayList<>();
  }

  private static boolean couldBe(Workload workload, Mesh mesh) {
    String namespace = workload.key().namespace();
    boolean own =
        namespace.equals(mesh.presence().rootNamespace()) || namespace.startsWith("linkerd");
    return !own
        && !SYSTEM.contains(namespace)
        && !workload.groups().isEmpty()
        && workload.groups().stream()
            .noneMatch(group -> Documents.flag(group.spec(), "hostNetwork"))
        && !mesh.member(workload.key()).gateway();
  }

  private static NamespaceFields fields(
      String name, Asks.Namespace namespace, List<Workload> workloads, Mesh mesh) {
    var outside = new ArrayList<Outside>();
    var around = new ArrayList<Outside>();
    for (Workload workload : workloads) {
      Membership member = mesh.member(workload.key());
      String label = workload.key().kind().name() + " " + workload.key().name();
      if (!member.enrolled()) {
        outside.add(new Outside(label, member.why()));
      } else if (!member.bypassed().isEmpty()) {
        around.add(new Outside(label, String.join(", ", member.bypassed())));
      }
    }
    int inside = workloads.size() - outside.size();
    return new NamespaceFields(name, namespace.ask(), inside, outside, around);
  }
}
