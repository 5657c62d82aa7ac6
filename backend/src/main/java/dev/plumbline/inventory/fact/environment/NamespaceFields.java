package dev.plumbline.inventory.fact.environment;

import java.util.List;

/**
 * What the fact adds to a namespace.
 *
 * @param environments as its own labels and those of its workloads' pods name them, each once and
 *     in order
 */
public record NamespaceFields(List<String> environments) {

  public NamespaceFields {
    environments = List.copyOf(environments);
  }
}
