package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.FieldMap;
import dev.plumbline.inventory.FieldMaps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Takes out of an object, before it is stored, what could be a secret and what changes without
 * meaning.
 *
 * <p>A plain value of {@code env} or of a ConfigMap becomes {@code <redacted>}, or {@code
 * <redacted:credential-like>} when its name or shape is a credential's; an empty one stays empty.
 * {@code command} and {@code args} stay, with credentials masked by the same word. Scripts, values
 * of charts and passwords in addresses go.
 */
final class Redaction {

  private static final Set<String> DROPPED_ANNOTATIONS =
      Set.of(
          "kubectl.kubernetes.io/last-applied-configuration",
          "objectset.rio.cattle.io/applied",
          "kapp.k14s.io/original",
          "kapp.k14s.io/original-diff",
          "banzaicloud.com/last-applied",
          "control-plane.alpha.kubernetes.io/leader",
          "cluster-autoscaler.kubernetes.io/last-updated",
          "endpoints.kubernetes.io/last-change-trigger-time",
          "autoscaling.alpha.kubernetes.io/conditions",
          "autoscaling.alpha.kubernetes.io/current-metrics");
  private static final Set<String> DROPPED_METADATA = Set.of("resourceVersion", "selfLink");
  private static final Set<String> METADATA_ONLY =
      Set.of("apiVersion", "kind", "metadata", "type", "immutable");
  private static final Set<String> SETTINGS =
      Set.of("volumeAttributes", "options", "parameters", "set", "add");
  private static final Set<String> CHART_VALUES =
      Set.of("values", "valuesObject", "parameters", "fileParameters");
  private static final Set<String> CONTAINER_STATUS = Set.of("name", "image", "imageID");

  private final FieldMaps maps;

  Redaction(FieldMaps maps) {
    this.maps = maps;
  }

  Map<String, Object> of(Kinds kind, Map<String, Object> document) {
    var kept = new LinkedHashMap<String, Object>();
    document.forEach((field, value) -> {
      if (kind.content() != Kinds.Content.METADATA || METADATA_ONLY.contains(field)) {
        kept.put(field, value);
      }
    });
    replace(kept, "metadata", this::metadata);
    content(kind, kept);
    status(kind, kept);
    return walked(kept);
  }

  private void content(Kinds kind, Map<String, Object> document) {
    switch (kind.content()) {
      case WITHOUT_REQUEST -> replace(document, "spec", spec -> without(spec, "request"::equals));
      case WITHOUT_SCHEMAS -> replace(document, "spec", this::withoutSchemas);
      case SELECTED_DATA -> {
        Map<String, Object> metadata = Documents.map(document, "metadata");
        replace(document, "data", data -> Configuration.selected(metadata, data));
        replace(document, "binaryData", data -> Configuration.selected(Map.of(), data));
      }
      case BODY, METADATA -> {}
    }
  }

  private Map<String, Object> withoutSchemas(Map<String, Object> spec) {
    var copy = new LinkedHashMap<>(without(spec, "validation"::equals));
    List<Map<String, Object>> versions =
        Documents.maps(spec, "versions").stream()
            .map(version -> without(version, "schema"::equals))
            .toList();
    if (!versions.isEmpty()) {
      copy.put("versions", versions);
    }
    return copy;
  }

  private void status(Kinds kind, Map<String, Object> document) {
    Map<String, Object> kept =
        without(Documents.map(document, "status"), field -> !kind.status().contains(field));
    Map<String, Object> status = mapped(kept, (field, value) -> containerStatuses(field, kept));
    document.remove("status");
    if (!status.isEmpty()) {
      document.put("status", status);
    }
  }

  private Object containerStatuses(String field, Map<String, Object> status) {
    if (field.equals("conditions")) {
      return Documents.maps(status, field).stream()
          .map(condition -> without(condition, "lastHeartbeatTime"::equals))
          .toList();
    }
    return field.toLowerCase(Locale.ROOT).endsWith("containerstatuses")
        ? Documents.maps(status, field).stream()
            .map(container -> without(container, name -> !CONTAINER_STATUS.contains(name)))
            .toList()
        : Objects.requireNonNull(status.get(field));
  }

  private Map<String, Object> metadata(Map<String, Object> metadata) {
    var kept = without(metadata, DROPPED_METADATA::contains);
    return kept.containsKey("managedFields")
        ? mapped(
            kept,
            (field, value) ->
                field.equals("managedFields") ? writers(Documents.maps(kept, field)) : value)
        : kept;
  }

  /** Who wrote the object and when; writers of its status are left out, they never rest. */
  private List<Map<String, Object>> writers(List<Map<String, Object>> managedFields) {
    return managedFields.stream()
        .filter(entry -> !Documents.text(entry, "subresource").equals("status"))
        .map(entry ->
            without(
                entry,
                Predicate.not(Set.of("manager", "operation", "time", "apiVersion")::contains)))
        .toList();
  }

  private Map<String, Object> walked(Map<String, Object> map) {
    return mapped(map, this::walked);
  }

  /** The same fields with other values; what stays the same is not copied. */
  private Map<String, Object> mapped(
      Map<String, Object> map, BiFunction<String, Object, Object> change) {
    if (map instanceof FieldMap fields) {
      return fields.mapped(change);
    }
    int mark = maps.mark();
    map.forEach((field, value) -> maps.put(field, change.apply(field, value)));
    return maps.map(mark);
  }

  @SuppressWarnings("unchecked")
  private Object walked(String field, Object value) {
    return switch (value) {
      case Map<?, ?> map when field.equals("annotations") ->
          without((Map<String, Object>) map, DROPPED_ANNOTATIONS::contains);
      case Map<?, ?> map when field.equals("helm") || field.equals("plugin") ->
          walked(without((Map<String, Object>) map, CHART_VALUES::contains));
      case Map<?, ?> map when SETTINGS.contains(field) -> settings((Map<String, Object>) map);
      case Map<?, ?> map -> walked((Map<String, Object>) map);
      case List<?> list when field.equals("env") || field.equals("httpHeaders") -> values(list);
      case List<?> list when field.equals("command") || field.equals("args") ->
          Credentials.masked(list);
      case List<?> list when field.equals("params") || field.equals("parameters") ->
          items(list.stream().map(this::setting).toList());
      case List<?> list -> items(list);
      case String text when field.equals("script") -> Credentials.HIDDEN;
      case String text when text.contains("://") -> Credentials.withoutPassword(text);
      case String text when field.equals("caBundle") -> "<" + text.length() + " characters>";
      default -> value;
    };
  }

  /** One of a list of settings: a value that looks like a credential by its name goes. */
  @SuppressWarnings("unchecked")
  private Object setting(Object item) {
    if (!(item instanceof Map<?, ?> map) || !(map.get("value") instanceof String text)) {
      return item;
    }
    var setting = (Map<String, Object>) map;
    return Credentials.likely(Documents.text(setting, "name"), text)
        ? mapped(setting, (field, value) -> field.equals("value") ? Credentials.LIKELY : value)
        : setting;
  }

  private List<Object> items(List<?> list) {
    int mark = maps.mark();
    list.forEach(item -> maps.put(walked("", item)));
    return maps.list(mark);
  }

  private List<Object> values(List<?> list) {
    var copy = new ArrayList<Object>(list.size());
    list.forEach(item -> copy.add(item instanceof Map<?, ?> ? value(item) : Credentials.HIDDEN));
    return copy;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> value(Object variable) {
    var copy = walked((Map<String, Object>) variable);
    String name = Documents.text(copy, "name");
    return mapped(copy, (field, value) -> field.equals("value") ? marker(name, value) : value);
  }

  private static String marker(String name, Object value) {
    return value instanceof String text ? Credentials.marker(name, text) : Credentials.HIDDEN;
  }

  /** Settings stay readable, but for values that look like credentials. */
  private Map<String, Object> settings(Map<String, Object> settings) {
    return mapped(
        walked(settings),
        (name, value) ->
            value instanceof String text && Credentials.likely(name, text)
                ? Credentials.LIKELY
                : value);
  }

  private Map<String, Object> without(Map<String, Object> map, Predicate<String> dropped) {
    int mark = maps.mark();
    new TreeMap<>(map)
        .forEach((field, value) -> {
          if (!dropped.test(field)) {
            maps.put(field, value);
          }
        });
    return maps.map(mark);
  }

  private static void replace(
      Map<String, Object> document, String field, UnaryOperator<Map<String, Object>> change) {
    if (document.containsKey(field)) {
      document.put(field, change.apply(Documents.map(document, field)));
    }
  }
}
