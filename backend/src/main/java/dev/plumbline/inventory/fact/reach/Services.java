package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The Services of a snapshot and what they look at. */
final class Services {

  static final Kind KIND = Kind.core("Service");

  private final Collection<KubeObject> all;
  private final Set<String> keys = new HashSet<>();
  private final Set<String> portNames = new HashSet<>();

  Services(Snapshot snapshot) {
    all = snapshot.all(KIND);
    for (KubeObject service : all) {
      keys.addAll(selector(service).keySet());
      for (var port : Documents.maps(Documents.map(service.document(), "spec"), "ports")) {
        portNames.add(Documents.text(port, "targetPort"));
      }
    }
    portNames.remove("");
  }

  /** The labels that they look at. */
  Set<String> keys() {
    return keys;
  }

  /** The named ports that they look up. */
  Set<String> portNames() {
    return portNames;
  }

  static Map<String, Object> selector(KubeObject service) {
    return Documents.map(Documents.map(service.document(), "spec"), "selector");
  }
}
