package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The Services of a snapshot and what they look at. */
final class Services {

  static final Kind KIND = Kind.core("Service");

  private final Collection<KubeObject> all;

  Services(Snapshot snapshot) {
    all = snapshot.all(KIND);
  }

  Collection<KubeObject> all() {
    return all;
  }

  Set<String> keys() {
    return all.stream().flatMap(it -> selector(it).keySet().stream()).collect(Collectors.toSet());
  }

  Set<String> portNames() {
    return all.stream()
        .flatMap(it -> Documents.maps(Documents.map(it.document(), "spec"), "ports").stream())
        .map(it -> Documents.text(it, "targetPort"))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.toSet());
  }

  static Map<String, Object> selector(KubeObject service) {
    return Documents.map(Documents.map(service.document(), "spec"), "selector");
  }
}
