package dev.plumbline.inventory.fact.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.edge.Listener.Transport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IstioGatewaysTests {

  private static final String PROXY =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: gate, namespace: istio-system, labels: {istio: ingressgateway}}
      spec: {containers: [{name: p}]}
      ---
      """;

  private static String gateway(String server) {
    return """
    apiVersion: networking.istio.io/v1
    kind: Gateway
    metadata: {name: gate, namespace: edge}
    spec: {selector: {istio: ingressgateway}, servers: [%s]}
    ---
    """
        .formatted(server);
  }

  private static String route(String spec) {
    return """
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: front, namespace: shop}
    spec: {%s}
    ---
    """
        .formatted(spec);
  }

  private static IstioGateways read(String yaml) {
    Snapshot snapshot = Manifests.snapshot(PROXY + yaml);
    return new IstioGateways(snapshot, Workloads.of(snapshot));
  }

  @ParameterizedTest(name = "{0} with {1} is {2}")
  @CsvSource({
    "HTTP, '', CLEAR",
    "http2, '', CLEAR",
    "GRPC, 'tls: {httpsRedirect: false}', CLEAR",
    "HTTP, 'tls: {httpsRedirect: true}', REDIRECT",
    "HTTPS, 'tls: {mode: SIMPLE}', TLS",
    "HTTPS, 'tls: {mode: MUTUAL}', TLS",
    "TLS, 'tls: {mode: ISTIO_MUTUAL}', TLS",
    "TLS, 'tls: {mode: PASSTHROUGH}', PASSED",
    "TLS, 'tls: {mode: AUTO_PASSTHROUGH}', PASSED",
    "HTTPS, 'tls: {credentialName: a}', PASSED",
    "HTTPS, '', CLEAR",
    "TCP, '', NOT_TOLD",
    "TCP, 'tls: {mode: SIMPLE}', TLS"
  })
  void aServerSaysWhatProtectsItsTraffic(String protocol, String tls, Transport transport) {
    String server =
        "{port: {number: 80, protocol: %s}, hosts: ['*']%s}"
            .formatted(protocol, tls.isEmpty() ? "" : ", " + tls);
    var fields = read(gateway(server)).all().values().iterator().next();
    assertThat(fields.listeners())
        .extracting(Listener::name, Listener::transport, Listener::serves)
        .containsExactly(tuple("80", transport, false));
    assertThat(fields.outside()).isFalse();
  }

  @Test
  void whatOffersTheProxyOffersTheGateway() {
    String service =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: gate, namespace: istio-system}
        spec: {type: %s, selector: {istio: ingressgateway}, ports: [{port: 80}]}
        """;
    String gateway = gateway("{port: {number: 80, protocol: HTTP}, hosts: ['*']}");
    assertThat(outside(gateway + service.formatted("LoadBalancer"))).isTrue();
    assertThat(outside(gateway + service.formatted("NodePort"))).isTrue();
    assertThat(outside(gateway + service.formatted("ClusterIP"))).isFalse();
    assertThat(
            outside(gateway + service.formatted("LoadBalancer").replace("istio: in", "istio: e")))
        .isFalse();
  }

  private static boolean outside(String yaml) {
    return read(yaml).all().values().iterator().next().outside();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hosts: ['*'], gateways: [edge/gate], http: [{route: [{destination: {host: web}}]}]                       | shop/web:
          hosts: ['*'], gateways: [edge/gate], tls: [{route: [{destination: {host: web.bank.svc.cluster.local, port: {number: 81}}}]}] | bank/web:81
          hosts: ['*'], gateways: [edge/gate], tcp: [{route: [{destination: {host: example.org}}]}]                | ''
          hosts: ['*'], gateways: [gate], http: [{route: [{destination: {host: web}}]}]                            | ''
          hosts: ['*'], gateways: [mesh], http: [{route: [{destination: {host: web}}]}]                            | ''
          hosts: ['*'], http: [{route: [{destination: {host: web}}]}]                                              | ''
          hosts: [other.org], gateways: [edge/gate], http: [{route: [{destination: {host: web}}]}]                 | ''
          hosts: ['*'], gateways: [edge/gate], http: [{redirect: {uri: /}}]                                        | ''
          hosts: ['*'], gateways: [edge/gate], http: [{match: [{gateways: [mesh]}], route: [{destination: {host: web}}]}] | ''
          hosts: ['*'], gateways: [edge/gate], http: [{match: [{gateways: [edge/gate]}], route: [{destination: {host: web}}]}] | shop/web:
          hosts: ['*'], gateways: [edge/gate], http: [{redirect: {uri: /}, mirror: {host: copy}}]                  | shop/copy:
          hosts: ['*'], gateways: [edge/gate], exportTo: ['.'], http: [{route: [{destination: {host: web}}]}]      | ''
          hosts: ['*'], gateways: [edge/gate], exportTo: [istio-system], http: [{route: [{destination: {host: web}}]}] | shop/web:
          hosts: ['*'], gateways: [edge/gate], http: [{delegate: {name: inner, namespace: deep}}]                  | deep/api:
          """)
  void aVirtualServiceLeadsToTheServicesThatItNames(String spec, String expected) {
    String inner =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: inner, namespace: deep}
        spec: {http: [{route: [{destination: {host: api}}]}]}
        """;
    String server = gateway("{port: {number: 80, protocol: HTTP}, hosts: ['*.example.org']}");
    var openings = read(server + route(spec) + inner).openings();
    List<String> told =
        openings.stream().map(it -> it.namespace() + "/" + it.service() + ":" + it.port()).toList();
    assertThat(String.join(",", told)).isEqualTo(expected);
  }

  @Test
  void hostsOfAServerMaySayWhoseRoutesTheyTake() {
    String route =
        route(
            "hosts: [a.org], gateways: [edge/gate], http: [{route: [{destination: {host: web}}]}]");
    assertThat(openings(route, "shop/a.org")).hasSize(1);
    assertThat(openings(route, "'*/a.org'")).hasSize(1);
    assertThat(openings(route, "bank/a.org")).isEmpty();
    assertThat(openings(route, "./a.org")).isEmpty();
  }

  private static List<Opening> openings(String route, String host) {
    return read(gateway("{port: {number: 80, protocol: HTTP}, hosts: [" + host + "]}") + route)
        .openings();
  }
}
