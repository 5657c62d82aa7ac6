package dev.plumbline.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    var load = new Load(LoadSettings.builder().build());
    return StreamSupport.stream(load.loadAllFromString(yaml).spliterator(), false)
        .map(ManifestReader::plain)
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
