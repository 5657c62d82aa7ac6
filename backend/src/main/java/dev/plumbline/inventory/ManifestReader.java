package dev.plumbline.inventory;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads objects that somebody wrote as YAML, shaped as the collector leaves them. */
public final class ManifestReader {

  private ManifestReader() {}

  /**
   * One object per YAML document that is a mapping; nulls are dropped and integers are longs.
   *
   * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException where it is no YAML
   */
  public static List<KubeObject> objects(String yaml) {
    var maps = new FieldMaps();
    var load = new Load(LoadSettings.builder().build());
    return StreamSupport.stream(load.loadAllFromString(yaml).spliterator(), false)
        .map(value -> plain(value, maps))
        .filter(Map.class::isInstance)
        .map(ManifestReader::object)
        .toList();
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

  private static Object plain(Object value, FieldMaps maps) {
    return switch (value) {
      case Map<?, ?> map -> {
        int mark = maps.mark();
        map.forEach((name, inner) -> {
          if (inner != null) {
            maps.put(String.valueOf(name), plain(inner, maps));
          }
        });
        yield maps.map(mark);
      }
      case List<?> list -> {
        int mark = maps.mark();
        list.forEach(inner -> maps.put(plain(inner, maps)));
        yield maps.list(mark);
      }
      case Integer number -> number.longValue();
      case null -> "";
      default -> value;
    };
  }
}
