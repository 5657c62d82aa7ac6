package dev.plumbline.inventory.fact.controlplane;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Makes control planes of manifests written in a test. */
final class Clusters {

  private static final Reading READ = new Reading(State.COMPLETE, 1, "");
  private static final Coverage COMPLETE =
      new Coverage(
          Map.of(Kind.core("Pod"), READ, Kind.core("Node"), READ, Kind.core("ConfigMap"), READ));

  private Clusters() {}

  static ControlPlane of(String yaml) {
    return of(ServerVersion.UNKNOWN, yaml);
  }

  static ControlPlane of(ServerVersion version, String yaml) {
    return ControlPlane.of(
        new Snapshot(Instant.parse("2026-11-22T00:00:00Z"), version, COMPLETE, objects(yaml)));
  }

  static ControlPlane unread(String yaml) {
    var forbidden = new Reading(State.FORBIDDEN, 0, "may not list pods");
    return ControlPlane.of(
        new Snapshot(
            Instant.EPOCH,
            ServerVersion.UNKNOWN,
            new Coverage(Map.of(Kind.core("Pod"), forbidden)),
            objects(yaml)));
  }

  static ControlPlane apiServer(String... arguments) {
    return of(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a, namespace: kube-system, annotations: {kubernetes.io/config.mirror: x}}
        spec: {nodeName: n1, containers: [{name: kube-apiserver, args: [%s]}]}
        """
            .formatted(String.join(", ", arguments)));
  }

  static <T> T known(Answer<T> answer) {
    return switch (answer) {
      case Answer.Known<T>(T value) -> value;
      case Answer.Unknown<T>(State _, String why) -> throw new AssertionError(why);
    };
  }

  static String why(Answer<?> answer) {
    return answer instanceof Answer.Unknown<?> unknown ? unknown.why() : "known";
  }

  @SuppressWarnings("unchecked")
  private static List<KubeObject> objects(String yaml) {
    List<KubeObject> objects = new ArrayList<>();
    for (Object read : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
      if (read instanceof Map<?, ?> document) {
        objects.add(object((Map<String, Object>) document));
      }
    }
    return objects;
  }

  @SuppressWarnings("unchecked")
  private static KubeObject object(Map<String, Object> document) {
    var metadata = (Map<String, Object>) document.getOrDefault("metadata", Map.of());
    var kind = Kind.of((String) document.get("apiVersion"), (String) document.get("kind"));
    var namespace = (String) metadata.getOrDefault("namespace", "");
    var key = new ObjectKey(kind, namespace, (String) metadata.get("name"));
    return new KubeObject(key, "v1", document);
  }
}
