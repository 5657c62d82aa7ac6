package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Selectors;
import dev.plumbline.inventory.Workload;
import java.util.List;
import java.util.Map;

/** A NetworkPolicy: which pods it selects, and for which directions it limits them. */
record Policy(
    String namespace,
    String name,
    Map<String, Object> podSelector,
    boolean ingress,
    boolean egress) {

  static Policy of(KubeObject object) {
    var spec = Documents.map(object.document(), "spec");
    List<String> types = Documents.texts(spec, "policyTypes");
    return new Policy(
        object.key().namespace(),
        object.key().name(),
        Documents.map(spec, "podSelector"),
        types.isEmpty() || types.contains("Ingress"),
        types.isEmpty() ? !Documents.maps(spec, "egress").isEmpty() : types.contains("Egress"));
  }

  /** Whether it selects every pod of the workload. */
  boolean selects(Workload workload) {
    return workload.key().namespace().equals(namespace)
        && !workload.groups().isEmpty()
        && workload.groups().stream()
            .allMatch(
                group -> Selectors.matches(podSelector, Documents.map(group.metadata(), "labels")));
  }
}
