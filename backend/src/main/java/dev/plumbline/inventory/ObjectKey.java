package dev.plumbline.inventory;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What names an object within one cluster, over re-creations.
 *
 * @param namespace empty for cluster-scoped objects
 */
public record ObjectKey(Kind kind, String namespace, String name) implements Comparable<ObjectKey> {

  private static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::namespace)
          .thenComparing(ObjectKey::kind)
          .thenComparing(ObjectKey::name);

  /** The id of this object in a cluster: the same over re-creations, and not to be forged. */
  public UUID id(UUID cluster) {
    return Digest.of(List.of(cluster.toString(), kind.group(), kind.name(), namespace, name))
        .uuid();
  }

  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }

  /** {@code shop/apps/Deployment/web}, or {@code Node/n1} when cluster-scoped. */
  @Override
  public String toString() {
    return (namespace.isEmpty() ? "" : namespace + "/") + kind + "/" + name;
  }
}
