package dev.plumbline.inventory.fact.edge;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.edge.Listener.Transport;
import java.util.List;

/**
 * A way that a VirtualService opens through a Gateway of Istio to a Service.
 *
 * @param proxies workloads whose pods are the gateway
 * @param route as {@code VirtualService shop/front}
 * @param host outside, empty where any is answered
 * @param port number of the Service's port, empty where it has only one
 */
public record Opening(
    List<ObjectKey> proxies,
    String route,
    String host,
    Transport transport,
    String namespace,
    String service,
    String port) {

  public Opening {
    proxies = List.copyOf(proxies);
  }
}
