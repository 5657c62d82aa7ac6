package dev.plumbline.inventory.fact.reference;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reference.IngressFields.Backend;
import dev.plumbline.inventory.fact.reference.ScalerFields.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names in documents of one snapshot, each looked up when asked for. */
final class References {

  private static final Kind SERVICE = Kind.core("Service");
  private static final Set<String> SCALED = Set.of("Deployment", "StatefulSet");

  private final Snapshot snapshot;

  References(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  List<Backend> backends(ObjectKey ingress) {
    return snapshot.find(ingress).map(this::backends).orElse(List.of());
  }

  List<Backend> backends(KubeObject ingress) {
    var found = new ArrayList<Backend>();
    for (Map<String, Object> rule : Documents.maps(spec(ingress), "rules")) {
      for (Map<String, Object> path : Documents.maps(Documents.map(rule, "http"), "paths")) {
        var service = Documents.map(Documents.map(path, "backend"), "service");
        if (service.get("name") instanceof String name) {
          found.add(new Backend(name, exists(SERVICE, ingress.key().namespace(), name)));
        }
      }
    }
    return found;
  }

  Optional<Target> target(ObjectKey scaler) {
    return snapshot.find(scaler).flatMap(this::target);
  }

  Optional<Target> target(KubeObject scaler) {
    Map<String, Object> reference = Documents.map(spec(scaler), "scaleTargetRef");
    String kind = Documents.text(reference, "kind");
    String name = Documents.text(reference, "name");
    return SCALED.contains(kind)
        ? Optional.of(
            new Target(kind, name, exists(new Kind("apps", kind), scaler.key().namespace(), name)))
        : Optional.empty();
  }

  private Answer<Boolean> exists(Kind kind, String namespace, String name) {
    boolean found = snapshot.find(new ObjectKey(kind, namespace, name)).isPresent();
    return found || snapshot.coverage().complete(kind)
        ? Answer.of(found)
        : Answer.unread(kind, snapshot.coverage());
  }

  private static Map<String, Object> spec(KubeObject object) {
    return Documents.map(object.document(), "spec");
  }
}
