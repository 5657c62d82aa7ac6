package dev.plumbline.inventory;

import java.util.Comparator;

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
