package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Traffic that annotations lead around the proxy.
 *
 * @param in ports of incoming traffic, {@code *} for all
 * @param captured when not empty, the only incoming ports that pass the proxy
 * @param out ports of outgoing traffic
 * @param by the annotation, for people
 */
record Bypass(List<String> in, List<String> captured, List<String> out, String by) {

  private static final Bypass NONE = new Bypass(List.of(), List.of("*"), List.of(), "");
  private static final String ISTIO = "traffic.sidecar.istio.io/";
  private static final String LINKERD = "config.linkerd.io/skip-";
  private static final String AMBIENT = "ambient.istio.io/bypass-inbound-capture";

  static Bypass of(Proxy proxy, PodGroup group) {
    Map<String, Object> annotations = Documents.map(group.metadata(), "annotations");
    return switch (proxy) {
      case ISTIO_SIDECAR ->
          new Bypass(
              Ports.listed(Documents.text(annotations, ISTIO + "excludeInboundPorts")),
              Ports.listed(captured(annotations)),
              Ports.listed(Documents.text(annotations, ISTIO + "excludeOutboundPorts")),
              "annotations of its pods");
      case LINKERD ->
          new Bypass(
              Ports.listed(Documents.text(annotations, LINKERD + "inbound-ports")),
              List.of("*"),
              Ports.listed(Documents.text(annotations, LINKERD + "outbound-ports")),
              "annotation " + LINKERD + "inbound-ports");
      case ISTIO_AMBIENT ->
          Documents.text(annotations, AMBIENT).equals("true")
              ? new Bypass(List.of("*"), List.of("*"), List.of(), "annotation " + AMBIENT)
              : NONE;
      case NONE -> NONE;
    };
  }

  private static String captured(Map<String, Object> annotations) {
    String field = ISTIO + "includeInboundPorts";
    return annotations.containsKey(field) ? Documents.text(annotations, field) : "*";
  }

  /** Whether traffic to a port goes around the proxy. */
  boolean around(int port) {
    return Ports.listed(in, port) || !Ports.listed(captured, port);
  }

  /** Whether ports that nobody names go around the proxy. */
  boolean aroundOthers() {
    return in.contains("*") || !captured.contains("*");
  }

  /** Ports that the annotations name one by one. */
  List<Integer> ports() {
    return Stream.concat(in.stream(), captured.stream())
        .flatMap(entry -> Ports.number(entry).stream())
        .toList();
  }

  Ruling ruling() {
    return new Ruling(Mode.DISABLE, by);
  }

  /** What goes around the proxy, as the annotations write it. */
  List<String> shown() {
    if (captured.contains("*")) {
      return in;
    }
    return List.of(captured.isEmpty() ? "*" : "all but " + String.join(",", captured));
  }
}
