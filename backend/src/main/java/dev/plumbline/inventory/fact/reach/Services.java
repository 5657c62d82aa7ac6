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

  Services(Snapshot snapshot) {
    all = snapshot.all(KIND);
  }

  Collection<KubeObject> all() {
    return all;
  }

  Set<String> keys() {
    var keys = new HashSet<String>();
    all.forEach(it -> keys.addAll(selector(it).keySet()));
    return keys;
  }

  Set<String> portNames() {
    var names = new HashSet<String>();
    for (KubeObject service : all) {
      Documents.maps(Documents.map(service.document(), "spec"), "ports")
          .forEach(it -> names.add(Documents.text(it, "targetPort")));
    }
    names.remove("");
    return names;
  }

  static Map<String, Object> selector(KubeObject service) {
    return Documents.map(Documents.map(service.document(), "spec"), "selector");
  }
}
