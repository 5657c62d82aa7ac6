package dev.plumbline.inventory.fact.reach;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a policy or one of its rules speaks of, before pods are known. */
sealed interface Who {

  /** Every pod, node and outside address. */
  record Everyone() implements Who {}

  /** Pods with a network of their own. */
  record Pods(Where where, Labels labels) implements Who {}

  /** Addresses: of pods, of nodes, outside. */
  record Block(String cidr, List<String> except) implements Who {

    public Block {
      except = List.copyOf(except);
    }
  }

  /**
   * Addresses outside the cluster.
   *
   * @param some of them only
   */
  record Outside(boolean some) implements Who {}

  /** Nodes, and pods that use their network. */
  record Hosts() implements Who {}

  /** Any of these. */
  record AnyOf(List<Who> inner) implements Who {

    public AnyOf {
      inner = List.copyOf(inner);
    }
  }

  /** Who is in all of these. */
  record AllOf(List<Who> inner) implements Who {

    public AllOf {
      inner = List.copyOf(inner);
    }
  }

  /** Everyone else. */
  record Not(Who inner) implements Who {}

  /**
   * Could be anyone or no one.
   *
   * @param why for people
   */
  record Unclear(String why) implements Who {}

  /** In which namespaces pods are. */
  sealed interface Where {}

  /** One namespace by name. */
  record In(String namespace) implements Where {}

  /** Namespaces by their labels. */
  record Labelled(Labels labels) implements Where {}

  /** This and all it is made of. */
  default Stream<Who> parts() {
    return switch (this) {
      case AnyOf any -> Stream.concat(Stream.of(this), any.inner.stream().flatMap(Who::parts));
      case AllOf all -> Stream.concat(Stream.of(this), all.inner.stream().flatMap(Who::parts));
      case Not not -> Stream.concat(Stream.of(this), not.inner.parts());
      default -> Stream.of(this);
    };
  }

  /** The pods' labels it looks at. */
  default Set<String> keys() {
    return parts()
        .flatMap(it -> it instanceof Pods pods ? pods.labels.keys().stream() : Stream.empty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
