package dev.plumbline.inventory.fact.image;

import java.util.List;

/**
 * What the fact adds to a namespace.
 *
 * @param registries that its workloads' images come from, in order
 */
public record NamespaceFields(List<String> registries) {

  public NamespaceFields {
    registries = List.copyOf(registries);
  }
}
