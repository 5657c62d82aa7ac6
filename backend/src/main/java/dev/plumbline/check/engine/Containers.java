package dev.plumbline.check.engine;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.FieldMap;
import dev.plumbline.inventory.Workload.Container;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All containers of a pod spec, each knowing its list. */
final class Containers {

  private static final List<String> LISTS =
      List.of("initContainers", "containers", "ephemeralContainers");

  private Containers() {}

  static List<Map<String, Object>> of(PodGroup group) {
    var all = new ArrayList<Map<String, Object>>(group.containers().size());
    for (Container container : group.containers()) {
      all.add(with(container.document(), container.role().list()));
    }
    return all;
  }

  static List<Map<String, Object>> of(Map<String, Object> spec) {
    var all = new ArrayList<Map<String, Object>>();
    for (String list : LISTS) {
      for (Map<String, Object> container : Documents.maps(spec, list)) {
        all.add(with(container, list));
      }
    }
    return all;
  }

  private static Map<String, Object> with(Map<String, Object> container, String list) {
    if (container instanceof FieldMap fields) {
      return fields.with("list", list);
    }
    var copy = new HashMap<>(container);
    copy.put("list", list);
    return copy;
  }
}
