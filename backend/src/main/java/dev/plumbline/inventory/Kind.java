package dev.plumbline.inventory;

/**
 * A kind of Kubernetes object.
 *
 * @param group API group, empty for the core group
 * @param name kind as written in manifests, such as {@code Deployment}
 */
public record Kind(String group, String name) implements Comparable<Kind> {

  /** A kind of the core group. */
  public static Kind core(String name) {
    return new Kind("", name);
  }

  /** The kind named by a manifest's {@code apiVersion} and {@code kind}. */
  public static Kind of(String apiVersion, String name) {
    int slash = apiVersion.indexOf('/');
    return new Kind(slash < 0 ? "" : apiVersion.substring(0, slash), name);
  }

  @Override
  public int compareTo(Kind other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : group.compareTo(other.group);
  }

  /** Of the name alone, which hardly two kinds of a cluster share. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** {@code Pod} or {@code apps/Deployment}. */
  @Override
  public String toString() {
    return group.isEmpty() ? name : group + "/" + name;
  }
}
