package dev.plumbline.inventory.fact.rbac;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Makes snapshots of manifests written in a test. */
final class Recorded {

  private Recorded() {}

  static Snapshot manifests(String yaml) {
    var objects = new java.util.ArrayList<KubeObject>();
    new Load(LoadSettings.builder().build())
        .loadAllFromString(yaml)
        .forEach(document -> objects.add(object(document)));
    return snapshot(objects);
  }

  static Snapshot snapshot(Collection<KubeObject> objects) {
    return new Snapshot(
        Instant.EPOCH, ServerVersion.UNKNOWN, new Coverage(Map.of()), List.copyOf(objects));
  }

  @SuppressWarnings("unchecked")
  static KubeObject object(Object yaml) {
    var document = (Map<String, Object>) yaml;
    var metadata = (Map<String, Object>) document.getOrDefault("metadata", Map.of());
    var kind = Kind.of((String) document.get("apiVersion"), (String) document.get("kind"));
    var namespace = (String) metadata.getOrDefault("namespace", "");
    return new KubeObject(
        new ObjectKey(kind, namespace, (String) metadata.get("name")), "v1", document);
  }
}
