package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.Documents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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

  private Redaction() {}

  static Map<String, Object> of(Kinds kind, Map<String, Object> document) {
    var kept = new LinkedHashMap<String, Object>();
    document.forEach((field, value) -> {
      if (kind.content() != Kinds.Content.METADATA || METADATA_ONLY.contains(field)) {
        kept.put(field, value);
      }
    });
    replace(kept, "metadata", Redaction::metadata);
    content(kind, kept);
    status(kind, kept);
    return walked(kept);
  }

  private static void content(Kinds kind, Map<String, Object> document) {
    switch (kind.content()) {
      case WITHOUT_REQUEST -> replace(document, "spec", spec -> without(spec, "request"::equals));
      case WITHOUT_SCHEMAS -> replace(document, "spec", Redaction::withoutSchemas);
      case SELECTED_DATA -> {
        Map<String, Object> metadata = Documents.map(document, "metadata");
        replace(document, "data", data -> Configuration.selected(metadata, data));
        replace(document, "binaryData", data -> Configuration.selected(Map.of(), data));
      }
      case BODY, METADATA -> {}
    }
  }

  private static Map<String, Object> withoutSchemas(Map<String, Object> spec) {
    List<Map<String, Object>> versions =
        Documents.maps(spec, "versions").stream()
            .map(version -> without(version, "schema"::equals))
            .toList();
    var copy = without(spec, "validation"::equals);
    if (!versions.isEmpty()) {
      copy.put("versions", versions);
    }
    return copy;
  }

  private static void status(Kinds kind, Map<String, Object> document) {
    Map<String, Object> status =
        without(Documents.map(document, "status"), field -> !kind.status().contains(field));
    status.replaceAll((field, value) -> containerStatuses(field, status));
    document.remove("status");
    if (!status.isEmpty()) {
      document.put("status", status);
    }
  }

  private static Object containerStatuses(String field, Map<String, Object> status) {
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

  private static Map<String, Object> metadata(Map<String, Object> metadata) {
    var kept = without(metadata, DROPPED_METADATA::contains);
    if (kept.containsKey("managedFields")) {
      kept.put("managedFields", writers(Documents.maps(kept, "managedFields")));
    }
    return kept;
  }

  /** Who wrote the object and when; writers of its status are left out, they never rest. */
  private static List<Map<String, Object>> writers(List<Map<String, Object>> managedFields) {
    return managedFields.stream()
        .filter(entry -> !Documents.text(entry, "subresource").equals("status"))
        .map(entry ->
            without(
                entry,
                Predicate.not(Set.of("manager", "operation", "time", "apiVersion")::contains)))
        .toList();
  }

  private static Map<String, Object> walked(Map<String, Object> map) {
    LinkedHashMap<String, Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
    map.forEach((field, value) -> copy.put(field, walked(field, value)));
    return copy;
  }

  @SuppressWarnings("unchecked")
  private static Object walked(String field, Object value) {
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
          items(list.stream().map(Redaction::setting).toList());
      case List<?> list -> items(list);
      case String text when field.equals("script") -> Credentials.HIDDEN;
      case String text when text.contains("://") -> Credentials.withoutPassword(text);
      case String text when field.equals("caBundle") -> "<" + text.length() + " characters>";
      default -> value;
    };
  }

  /** One of a list of settings: a value that looks like a credential by its name goes. */
  @SuppressWarnings("unchecked")
  private static Object setting(Object item) {
    if (!(item instanceof Map<?, ?> map) || !(map.get("value") instanceof String text)) {
      return item;
    }
    var copy = new LinkedHashMap<>((Map<String, Object>) map);
    if (Credentials.likely(Documents.text(copy, "name"), text)) {
      copy.put("value", Credentials.LIKELY);
    }
    return copy;
  }

  private static List<Object> items(List<?> list) {
    var copy = new ArrayList<Object>(list.size());
    list.forEach(item -> copy.add(walked("", item)));
    return copy;
  }

  private static List<Object> values(List<?> list) {
    var copy = new ArrayList<Object>(list.size());
    list.forEach(item -> copy.add(item instanceof Map<?, ?> ? value(item) : Credentials.HIDDEN));
    return copy;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> value(Object variable) {
    var copy = walked((Map<String, Object>) variable);
    String name = Documents.text(copy, "name");
    copy.computeIfPresent(
        "value",
        (field, value) ->
            value instanceof String text ? Credentials.marker(name, text) : Credentials.HIDDEN);
    return copy;
  }

  /** Settings stay readable, but for values that look like credentials. */
  private static Map<String, Object> settings(Map<String, Object> settings) {
    var copy = walked(settings);
    copy.replaceAll((name, value) ->
        value instanceof String text && Credentials.likely(name, text)
            ? Credentials.LIKELY
            : value);
    return copy;
  }

  private static Map<String, Object> without(Map<String, Object> map, Predicate<String> dropped) {
    var copy = new TreeMap<>(map);
    copy.keySet().removeIf(dropped);
    return copy;
  }

  private static void replace(
      Map<String, Object> document, String field, UnaryOperator<Map<String, Object>> change) {
    if (document.containsKey(field)) {
      document.put(field, change.apply(Documents.map(document, field)));
    }
  }
}
