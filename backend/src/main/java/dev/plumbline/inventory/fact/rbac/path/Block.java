package dev.plumbline.inventory.fact.rbac.path;

import java.util.List;

/**
 * What alone keeps a step from being taken.
 *
 * @param namespace where pods are refused; empty for every namespace
 * @param by levels of Pod Security and policies, as {@code Pod Security level baseline}
 * @param together whether each of them leaves a gap that another closes; else each one is enough
 */
public record Block(String namespace, List<String> by, boolean together) {

  public Block {
    by = List.copyOf(by);
  }

  /** For people: {@code Pod Security level baseline in namespace shop}. */
  public String words() {
    String joined =
        together
            ? String.join(" together with ", by)
            : (by.size() > 1 ? "each of " : "") + String.join(", ", by);
    return joined + (namespace.isEmpty() ? " in every namespace" : " in namespace " + namespace);
  }
}
