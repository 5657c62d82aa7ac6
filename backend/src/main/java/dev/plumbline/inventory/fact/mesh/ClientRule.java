package dev.plumbline.inventory.fact.mesh;

/**
 * A DestinationRule that decides by itself how clients connect to a workload.
 *
 * @param rule as {@code shop/db}
 * @param host of the Service it is about, as the rule writes it
 * @param port of the Service, 0 for all
 * @param mode {@code DISABLE} for clear text, {@code SIMPLE} and {@code MUTUAL} for TLS of the
 *     application's own, {@code ISTIO_MUTUAL} for the mesh's
 */
public record ClientRule(String rule, String host, int port, String mode) {

  boolean plain() {
    return mode.equals("DISABLE");
  }

  /** The namespace that the rule stands in. */
  String namespace() {
    return rule.substring(0, rule.indexOf('/'));
  }
}
