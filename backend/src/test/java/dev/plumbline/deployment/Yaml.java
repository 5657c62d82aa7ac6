package dev.plumbline.deployment;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A mapping of a YAML file, read without ceremony; what is absent is an empty mapping. */
record Yaml(Map<?, ?> content) {

  static List<Yaml> documents(String text) {
    var load = new Load(LoadSettings.builder().build());
    return StreamSupport.stream(load.loadAllFromString(text).spliterator(), false)
        .filter(Map.class::isInstance)
        .map(it -> new Yaml((Map<?, ?>) it))
        .toList();
  }

  @Nullable Object get(String name) {
    return content.get(name);
  }

  Yaml at(String name) {
    return content.get(name) instanceof Map<?, ?> map ? new Yaml(map) : new Yaml(Map.of());
  }

  List<Yaml> list(String name) {
    return content.get(name) instanceof List<?> list
        ? list.stream().map(it -> new Yaml((Map<?, ?>) it)).toList()
        : List.of();
  }
}
