package dev.plumbline.inventory;

import java.util.Map;

/**
 * A collected object, redacted.
 *
 * @param version API version within its group, such as {@code v1}
 * @param document the object as plain maps and lists: no nulls, every integer a {@link Long}
 */
public record KubeObject(ObjectKey key, String version, Map<String, Object> document) {

  /** The object's metadata, empty when it has none. */
  public Map<String, Object> metadata() {
    return Documents.map(document, "metadata");
  }

  public Map<String, Object> labels() {
    return Documents.map(metadata(), "labels");
  }

  public Map<String, Object> annotations() {
    return Documents.map(metadata(), "annotations");
  }

  /** The server's id of this incarnation, empty when a dump does not tell. */
  public String uid() {
    return Documents.text(metadata(), "uid");
  }
}
