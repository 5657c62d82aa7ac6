package dev.plumbline.inventory.fact.edge;

import java.util.List;

/**
 * A Gateway of the Gateway API or of Istio; the subject {@code EdgeGateway}.
 *
 * @param outside whether it is offered beyond the cluster, as far as Services and pods tell
 */
public record GatewayFields(
    String namespace, String name, boolean outside, List<Listener> listeners) {

  public GatewayFields {
    listeners = List.copyOf(listeners);
  }
}
