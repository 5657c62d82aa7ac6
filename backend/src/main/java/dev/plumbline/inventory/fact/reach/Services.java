package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Services of a snapshot and what they look at. */
final class Services {

  static final Kind KIND = Kind.core("Service");

  private final Collection<KubeObject> all;
  private final Set<String> keys = new HashSet<>();
  private final Set<String> portNames = new HashSet<>();
  private final List<KubeObject> open = new ArrayList<>();

  Services(Snapshot snapshot) {
    all = snapshot.all(KIND);
    for (KubeObject service : all) {
      Map<String, Object> spec = Documents.map(service.document(), "spec");
      keys.addAll(Documents.map(spec, "selector").keySet());
      for (var port : Documents.maps(spec, "ports")) {
        portNames.add(Documents.text(port, "targetPort"));
      }
      if (ServiceWays.open(spec)) {
        open.add(service);
      }
    }
    portNames.remove("");
  }

  /** Those that open ways by themselves. */
  List<KubeObject> open() {
    return open;
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
