package dev.plumbline.inventory.fact.image;

import java.util.List;

/**
 * An image that a container of a workload declares.
 *
 * @param container name of the container
 * @param list {@code initContainers}, {@code containers} or {@code ephemeralContainers}
 * @param declared as written
 * @param reference the same, taken apart
 * @param running digests that the pods of the workload run under this name, in order; empty where
 *     none runs or the nodes have not told yet
 * @param pullPolicy in force: the one written, else by the tag
 * @param mutable whether the name may mean another image tomorrow: it has no digest
 * @param floating whether it is meant to: its tag is none, {@code latest} or another moving word
 * @param base what it is built upon as far as the name tells, such as {@code alpine}, else empty
 * @param access what the registry asks of who pulls
 * @param doubt why pulls from this address are not protected, for people, else empty
 */
public record Image(
    String container,
    String list,
    String declared,
    Reference reference,
    List<String> running,
    String pullPolicy,
    boolean mutable,
    boolean floating,
    String base,
    Access access,
    String doubt) {

  public Image {
    running = List.copyOf(running);
  }

  /** What a registry asks of who pulls, told by its address. */
  public enum Access {
    /** A registry that serves everybody, though some of its images may be private. */
    PUBLIC("public"),
    /** A cloud's registry, to which nodes have rights of their own. */
    CLOUD("cloud"),
    /** Any other. */
    OTHER("other");

    private final String word;

    Access(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
