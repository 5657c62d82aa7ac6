package dev.plumbline.check.engine;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import java.util.List;
import java.util.Map;

/** A pod as the template of every common controller. */
final class Wrapped {

  private Wrapped() {}

  static List<KubeObject> inControllers(KubeObject pod, String name) {
    var template =
        Map.<String, Object>of(
            "metadata", pod.metadata(), "spec", Documents.map(pod.document(), "spec"));
    var job = Map.<String, Object>of("spec", Map.of("template", template));
    var plain = Map.<String, Object>of("template", template);
    return List.of(
        object("apps", "Deployment", name, plain),
        object("apps", "StatefulSet", name, plain),
        object("apps", "DaemonSet", name, plain),
        object("batch", "Job", name, plain),
        object("batch", "CronJob", name, Map.of("jobTemplate", job)));
  }

  private static KubeObject object(
      String group, String kind, String name, Map<String, Object> spec) {
    var key = new ObjectKey(new Kind(group, kind), "default", name);
    return new KubeObject(key, "v1", Map.of("metadata", Map.of("name", name), "spec", spec));
  }
}
