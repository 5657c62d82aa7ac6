package dev.plumbline.check.engine;

import dev.plumbline.inventory.shape.Shape;
import dev.plumbline.inventory.shape.Shape.Field;
import dev.plumbline.inventory.shape.Shapes;
import dev.plumbline.inventory.shape.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a workload and its containers. */
final class PodShapes {

  static final String CONTAINER = "Container";
  static final String METADATA = "PodMetadata";

  /** Fields of a workload that are the documents of its pods. */
  static final Set<String> DOCUMENT = Set.of("spec", "metadata", "containers");

  static final Set<String> TEXTS = Set.of("kind", "name", "namespace");

  /** Fields of a workload that are always there. */
  static final Set<String> SURE =
      Stream.of(DOCUMENT, TEXTS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  private PodShapes() {}

  /** Containers of all three lists; {@code list} says of which. */
  static Shape container() {
    var fields = new HashMap<>(model("EphemeralContainer").fields());
    fields.putAll(model("Container").fields());
    fields.put("list", Field.always(Type.TEXT));
    return new Shape(CONTAINER, fields);
  }

  static Shape metadata() {
    var texts = Field.optional(new Type.MapOf(Type.TEXT));
    return new Shape(METADATA, Map.of("labels", texts, "annotations", texts));
  }

  /** Of pods that are alike: their spec and metadata, and the workload's own document if read. */
  static Map<String, Field> workload(Type account) {
    var fields = new LinkedHashMap<String, Field>();
    fields.put("kind", Field.always(Type.TEXT));
    fields.put("name", Field.always(Type.TEXT));
    fields.put("namespace", Field.always(Type.TEXT));
    fields.put("metadata", Field.always(new Type.Struct(METADATA)));
    fields.put("spec", Field.always(new Type.Struct("k8s.PodSpec")));
    fields.put("containers", Field.always(new Type.ListOf(new Type.Struct(CONTAINER))));
    fields.put("pods", Field.always(new Type.ListOf(Type.TEXT)));
    fields.put("object", Field.optional(Type.ANY));
    fields.put("serviceAccount", Field.optional(account).needing("ServiceAccount"));
    return fields;
  }

  private static Shape model(String name) {
    return Shapes.find("k8s." + name).orElseThrow();
  }
}
