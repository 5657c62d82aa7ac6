package dev.plumbline.inventory.fact.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reach.Way.Admits;
import dev.plumbline.inventory.fact.reach.Way.Transport;
import dev.plumbline.inventory.fact.reach.Way.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaysTests {

  private static final ObjectKey WEB = new ObjectKey(Kind.core("Pod"), "shop", "web");

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec: {containers: [{name: a, ports: [{name: http, containerPort: 8080}]}]}
      ---
      """;

  private static final String PROXY =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: front, namespace: edge, labels: {app: front}}
      spec: {containers: [{name: a, image: 'registry.k8s.io/ingress-nginx/controller:v1.13'}]}
      ---
      """;

  private static final String INGRESS =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: front, namespace: shop}
      spec:
        tls: [{hosts: [shop.example.org]}]
        rules:
          - {host: shop.example.org, http: {paths: [{path: /, backend: {service: {name: web, port: {name: http}}}}]}}
          - {host: old.example.org, http: {paths: [{path: /, backend: {service: {name: web, port: {number: 80}}}}]}}
      ---
      """;

  private static final String LIMITED =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: p, namespace: shop}
      spec: {podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}
      ---
      """;

  private static String service(String spec) {
    return """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: shop}
    spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}], %s}
    ---
    """
        .formatted(spec);
  }

  private static List<Way> ways(String yaml) {
    Snapshot snapshot =
        Manifests.snapshot(POD + yaml, KubernetesPolicies.KIND, Services.KIND, IngressWays.KIND);
    var ways = Reachability.of(snapshot, Workloads.of(snapshot)).ways(WEB);
    assertThat(ways).isInstanceOf(Answer.Known.class);
    return ((Answer.Known<List<Way>>) ways).value();
  }

  private static Way way(Type type, String at, Transport transport, Admits admits) {
    String via = type == Type.INGRESS ? "Ingress front" : "Service web";
    return new Way(type, via, at, "TCP 8080", false, transport, admits);
  }

  @Test
  void aServiceWithinTheClusterIsNoWay() {
    assertThat(ways(service("type: ClusterIP"))).isEmpty();
  }

  @Test
  void balancersNodePortsAndExternalAddressesLeadToThePortOfThePods() {
    assertThat(ways(service("type: LoadBalancer, externalIPs: [192.0.2.1]")))
        .containsExactly(
            way(Type.LOAD_BALANCER, "", Transport.NOT_KNOWN, Admits.ALL),
            way(Type.EXTERNAL_IP, "192.0.2.1", Transport.NOT_KNOWN, Admits.ALL));
    assertThat(ways(service("type: NodePort") + LIMITED))
        .containsExactly(way(Type.NODE_PORT, "nodes", Transport.NOT_KNOWN, Admits.NONE));
    assertThat(ways(service("type: LoadBalancer, loadBalancerSourceRanges: [203.0.113.0/24]")))
        .containsExactly(way(Type.LOAD_BALANCER, "", Transport.NOT_KNOWN, Admits.SOME));
  }

  @Test
  void anIngressIsInClearTextWhereNoCertificateIsNamed() {
    assertThat(ways(service("type: ClusterIP") + INGRESS))
        .containsExactly(
            way(Type.INGRESS, "shop.example.org", Transport.TLS, Admits.ALL),
            way(Type.INGRESS, "old.example.org", Transport.CLEAR, Admits.ALL));
  }

  @Test
  void anIngressIsStoppedWherePoliciesStopItsController() {
    assertThat(ways(service("type: ClusterIP") + INGRESS + LIMITED))
        .extracting(Way::admits)
        .containsOnly(Admits.NOT_KNOWN);
    assertThat(ways(service("type: ClusterIP") + INGRESS + LIMITED + PROXY))
        .extracting(Way::admits)
        .containsOnly(Admits.NONE);
  }

  @Test
  void aRouteLeadsFromItsListenerToAServiceThatItMayNameElsewhere() {
    String route =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: edge}
        spec: {listeners: [{name: web, port: 80, protocol: HTTP}, {name: safe, port: 443, protocol: HTTPS}]}
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: shop, namespace: edge}
        spec:
          hostnames: [shop.example.org]
          parentRefs: [{name: edge, sectionName: safe}]
          rules: [{backendRefs: [{name: web, namespace: shop, port: 80}]}]
        ---
        """;
    String grant =
        """
        apiVersion: gateway.networking.k8s.io/v1beta1
        kind: ReferenceGrant
        metadata: {name: edge, namespace: shop}
        spec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge}], to: [{group: "", kind: Service}]}
        ---
        """;
    assertThat(ways(service("type: ClusterIP") + route)).isEmpty();
    assertThat(ways(service("type: ClusterIP") + route + grant))
        .containsExactly(
            new Way(
                Type.GATEWAY,
                "HTTPRoute edge/shop",
                "shop.example.org",
                "TCP 8080",
                false,
                Transport.TLS,
                Admits.ALL));
  }

  private static final String ISTIO =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: gate, namespace: istio-system, labels: {istio: ingressgateway}}
      spec: {containers: [{name: p, ports: [{containerPort: 8443}]}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: gate, namespace: istio-system}
      spec: {type: LoadBalancer, selector: {istio: ingressgateway}, ports: [{port: 443, targetPort: 8443}]}
      ---
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: edge, namespace: istio-system}
      spec:
        selector: {istio: ingressgateway}
        servers:
          - {port: {number: 443, protocol: HTTPS}, hosts: ['*.example.org'], tls: {mode: SIMPLE}}
          - {port: {number: 80, protocol: HTTP}, hosts: ['old.example.org']}
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: front, namespace: shop}
      spec:
        hosts: [shop.example.org, old.example.org]
        gateways: [istio-system/edge]
        http: [{route: [{destination: {host: web.shop.svc.cluster.local, port: {number: 80}}}]}]
      ---
      """;

  private static Way byIstio(String host, Transport transport, Admits admits) {
    return new Way(
        Type.ISTIO_GATEWAY,
        "VirtualService shop/front",
        host,
        "TCP 8080",
        false,
        transport,
        admits);
  }

  @Test
  void aVirtualServiceLeadsThroughTheProxyOfItsGateway() {
    String cluster = service("type: ClusterIP") + ISTIO;
    assertThat(ways(cluster))
        .containsExactlyInAnyOrder(
            byIstio("shop.example.org", Transport.TLS, Admits.ALL),
            byIstio("old.example.org", Transport.TLS, Admits.ALL),
            byIstio("old.example.org", Transport.CLEAR, Admits.ALL));
    assertThat(ways(cluster.replace("type: LoadBalancer", "type: ClusterIP")))
        .as("nobody gets to the proxy")
        .isEmpty();
  }

  @Test
  void policiesBeforeAndBehindTheProxyBothCount() {
    String cluster = service("type: ClusterIP") + ISTIO;
    assertThat(ways(cluster + LIMITED)).extracting(Way::admits).containsOnly(Admits.NONE);
    String some =
        cluster.replace(
            "type: LoadBalancer", "type: LoadBalancer, loadBalancerSourceRanges: [192.0.2.0/24]");
    assertThat(ways(some)).extracting(Way::admits).containsOnly(Admits.SOME);
    String inside =
        cluster.replace(
            "metadata: {name: gate, namespace: istio-system}\nspec: {type",
            "metadata: {name: gate, namespace: istio-system, annotations:"
                + " {networking.gke.io/load-balancer-type: Internal}}\n"
                + "spec: {type");
    assertThat(ways(inside)).extracting(Way::internal).containsOnly(true);
  }

  @Test
  void portsOfTheNodeAreWays() {
    var snapshot =
        Manifests.snapshot(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop}
            spec: {containers: [{name: a, ports: [{containerPort: 53, hostPort: 5353, protocol: UDP}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: agent, namespace: shop}
            spec: {hostNetwork: true, containers: [{name: a}]}
            """,
            KubernetesPolicies.KIND);
    var reach = Reachability.of(snapshot, Workloads.of(snapshot));
    assertThat(reach.waysSeen(WEB))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.type()).isEqualTo(Type.HOST_PORT);
          assertThat(it.at()).isEqualTo("nodes, port 5353");
          assertThat(it.port()).isEqualTo("UDP 53");
        });
    var agent = new ObjectKey(Kind.core("Pod"), "shop", "agent");
    assertThat(reach.waysSeen(agent))
        .extracting(Way::type, Way::port)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Type.HOST_NETWORK, "any port"));
  }

  @Test
  void whereServicesWereNotReadTheWaysAreNotKnown() {
    var snapshot = Manifests.snapshot(POD, KubernetesPolicies.KIND);
    assertThat(Reachability.of(snapshot, Workloads.of(snapshot)).ways(WEB))
        .isInstanceOf(Answer.Unknown.class);
  }
}
