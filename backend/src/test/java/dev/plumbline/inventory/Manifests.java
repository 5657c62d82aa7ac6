package dev.plumbline.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Objects and snapshots written as YAML in tests, shaped as the collector leaves them. */
public final class Manifests {

  private Manifests() {}

  /** One object per YAML document; nulls are dropped and integers are longs. */
  public static List<KubeObject> objects(String yaml) {
    var load = new Load(LoadSettings.builder().build());
    return StreamSupport.stream(load.loadAllFromString(yaml).spliterator(), false)
        .map(Manifests::plain)
        .filter(Map.class::isInstance)
        .map(Manifests::object)
        .toList();
  }

  /** A snapshot of which every kind named was read to the end. */
  public static Snapshot snapshot(String yaml, Kind... alsoRead) {
    List<KubeObject> objects = objects(yaml);
    var counts = new HashMap<Kind, Integer>();
    List.of(alsoRead).forEach(kind -> counts.put(kind, 0));
    objects.forEach(object -> counts.merge(object.key().kind(), 1, Integer::sum));
    var readings = new HashMap<Kind, Coverage.Reading>();
    counts.forEach((kind, count) ->
        readings.put(kind, new Coverage.Reading(Coverage.State.COMPLETE, count, "")));
    return snapshot(objects, new Coverage(readings));
  }

  public static Snapshot snapshot(List<KubeObject> objects, Coverage coverage) {
    return new Snapshot(
        Instant.parse("2026-11-22T00:00:00Z"), ServerVersion.of("v1.35.4"), coverage, objects);
  }

  @SuppressWarnings("unchecked")
  private static KubeObject object(Object plain) {
    var document = (Map<String, Object>) plain;
    Map<String, Object> metadata = Documents.map(document, "metadata");
    String apiVersion = Documents.text(document, "apiVersion");
    var key =
        new ObjectKey(
            Kind.of(apiVersion, Documents.text(document, "kind")),
            Documents.text(metadata, "namespace"),
            Documents.text(metadata, "name"));
    return new KubeObject(key, apiVersion.substring(apiVersion.indexOf('/') + 1), document);
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((name, inner) -> {
          if (inner != null) {
            copy.put(String.valueOf(name), plain(inner));
          }
        });
        yield copy;
      }
      case List<?> list -> {
        var copy = new ArrayList<Object>();
        list.forEach(inner -> copy.add(plain(inner)));
        yield copy;
      }
      case Integer number -> number.longValue();
      case null -> "";
      default -> value;
    };
  }
}
