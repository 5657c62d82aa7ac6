package dev.plumbline.inventory;

import java.util.List;
import java.util.UUID;

/**
 * What names an object within one cluster, over re-creations.
 *
 * @param namespace empty for cluster-scoped objects
 */
public record ObjectKey(Kind kind, String namespace, String name) implements Comparable<ObjectKey> {

  /** The id of this object in a cluster: the same over re-creations, and not to be forged. */
  public UUID id(UUID cluster) {
    return Digest.of(List.of(cluster.toString(), kind.group(), kind.name(), namespace, name))
        .uuid();
  }

  /** By namespace, then kind, then name. */
  @Override
  public int compareTo(ObjectKey other) {
    int byNamespace = namespace.equals(other.namespace) ? 0 : namespace.compareTo(other.namespace);
    int byKind = byNamespace != 0 ? byNamespace : kind.compareTo(other.kind);
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }

  /** {@code shop/apps/Deployment/web}, or {@code Node/n1} when cluster-scoped. */
  @Override
  public String toString() {
    return (namespace.isEmpty() ? "" : namespace + "/") + kind + "/" + name;
  }
}
