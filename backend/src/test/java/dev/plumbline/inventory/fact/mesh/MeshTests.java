package dev.plumbline.inventory.fact.mesh;

import static dev.plumbline.inventory.fact.mesh.Meshes.meshed;
import static dev.plumbline.inventory.fact.mesh.Meshes.object;
import static dev.plumbline.inventory.fact.mesh.Meshes.peer;
import static dev.plumbline.inventory.fact.mesh.Meshes.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.fact.mesh.Link.Security;
import org.junit.jupiter.api.Test;

class MeshTests {

  private static final String ISTIO = "security.istio.io/v1";
  private static final String WEB = meshed("shop", "web", "app: web", 8080);
  private static final String API = meshed("shop", "api", "app: api", 9090);
  private static final String OUTSIDE = pod("shop", "job", "app: job", "{name: app}");
  private static final String SERVICE =
      object("v1", "Service", "shop", "web", "selector: {app: web}, ports: [{port: 80}]");

  @Test
  void withoutPolicyAMemberTakesClearTextToo() {
    Membership web = web(WEB);
    assertThat(web.proxy()).isEqualTo(Proxy.ISTIO_SIDECAR);
    assertThat(web.mtls()).isEqualTo(Mode.PERMISSIVE);
    assertThat(web.decidedBy()).isEqualTo("Istio's default");
    assertThat(web.ports()).containsExactly(new PortMode(8080, Mode.PERMISSIVE, "Istio's default"));
  }

  @Test
  void theNearerPolicyHoldsAndWhatIsUnsetIsInherited() {
    String mesh = peer("istio-system", "default", "2020", "mtls: {mode: STRICT}");
    String unset = peer("shop", "default", "2020", "mtls: {mode: UNSET}");
    assertThat(web(WEB + mesh + unset).decidedBy())
        .isEqualTo("PeerAuthentication istio-system/default");
    String own =
        peer(
            "shop",
            "web",
            "2020",
            "selector: {matchLabels: {app: web}}, mtls: {mode: DISABLE}, portLevelMtls: {9: {mode:"
                + " STRICT}, 8080: {mode: UNSET}}");
    assertThat(web(WEB + mesh + own).mode(9)).isEqualTo(Mode.STRICT);
    assertThat(web(WEB + mesh + own).mode(8080)).isEqualTo(Mode.DISABLE);
    assertThat(web(WEB + mesh + own.replace("app: web", "app: api")).mode(9))
        .isEqualTo(Mode.STRICT);
  }

  @Test
  void portsOfAPolicyForAWholeNamespaceAreIgnored() {
    String wide =
        peer(
            "shop",
            "default",
            "2020",
            "mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: DISABLE}}");
    assertThat(web(WEB + wide).mode(8080)).isEqualTo(Mode.STRICT);
  }

  @Test
  void ofTwoAlikeTheOlderHolds() {
    String young = peer("shop", "a", "2024", "mtls: {mode: STRICT}");
    String old = peer("shop", "b", "2020", "mtls: {mode: DISABLE}");
    assertThat(web(WEB + young + old).decidedBy()).isEqualTo("PeerAuthentication shop/b");
  }

  @Test
  void theRootNamespaceIsReadFromTheMeshConfiguration() {
    String config =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: istio, namespace: istio-system}
        data: {mesh: "accessLogFile: ''\\nrootNamespace: istio-config\\n"}
        ---
        """;
    String policy = peer("istio-config", "default", "2020", "mtls: {mode: STRICT}");
    assertThat(web(WEB + policy).mtls()).isEqualTo(Mode.PERMISSIVE);
    assertThat(web(WEB + policy + config).mtls()).isEqualTo(Mode.STRICT);
  }

  @Test
  void portsThatAnnotationsLeadAroundTheProxyTakeClearText() {
    String strict = peer("shop", "default", "2020", "mtls: {mode: STRICT}");
    String around =
        WEB.replace(
            "labels:",
            "annotations: {traffic.sidecar.istio.io/excludeInboundPorts: \"8080,9\"}, labels:");
    assertThat(web(around + strict).mode(8080)).isEqualTo(Mode.DISABLE);
    assertThat(web(around + strict).mode(9)).isEqualTo(Mode.DISABLE);
    assertThat(web(around + strict).mtls()).isEqualTo(Mode.STRICT);
    String only =
        WEB.replace(
            "labels:",
            "annotations: {traffic.sidecar.istio.io/includeInboundPorts: \"8080\"}, labels:");
    assertThat(web(only + strict).mode(8080)).isEqualTo(Mode.STRICT);
    assertThat(web(only + strict).mtls()).isEqualTo(Mode.DISABLE);
  }

  @Test
  void whatRunsCountsMoreThanWhatTheNamespaceAsksFor() {
    String asks = namespace("labels: {istio-injection: enabled}");
    Membership job = Meshes.of(asks + OUTSIDE).member(Meshes.pod("shop", "job"));
    assertThat(job.enrolled()).isFalse();
    assertThat(job.asked()).isTrue();
    assertThat(job.why()).contains("istio-injection=enabled", "without proxy");
  }

  @Test
  void ofATemplateTheLabelsTellWhatWouldBeInjected() {
    String enabled = namespace("labels: {istio-injection: enabled}");
    String revision = namespace("labels: {istio.io/rev: stable}");
    String disabled = namespace("labels: {istio-injection: disabled, istio.io/rev: stable}");
    assertThat(deployment(enabled, "")).isEqualTo(Proxy.ISTIO_SIDECAR);
    assertThat(deployment(revision, "")).isEqualTo(Proxy.ISTIO_SIDECAR);
    assertThat(deployment(disabled, "sidecar.istio.io/inject: \"true\"")).isEqualTo(Proxy.NONE);
    assertThat(deployment(enabled, "sidecar.istio.io/inject: \"false\"")).isEqualTo(Proxy.NONE);
    assertThat(deployment("", "sidecar.istio.io/inject: \"true\"")).isEqualTo(Proxy.ISTIO_SIDECAR);
    assertThat(deployment("", "istio.io/rev: stable")).isEqualTo(Proxy.ISTIO_SIDECAR);
    assertThat(deployment("", "")).isEqualTo(Proxy.NONE);
  }

  @Test
  void ambientModeNeedsNoProxyInThePodAndNeverFallsBelowPermissive() {
    String ambient = namespace("labels: {istio.io/dataplane-mode: ambient}");
    String off = peer("shop", "default", "2020", "mtls: {mode: DISABLE}");
    Membership job = Meshes.of(ambient + OUTSIDE + off).member(Meshes.pod("shop", "job"));
    assertThat(job.proxy()).isEqualTo(Proxy.ISTIO_AMBIENT);
    assertThat(job.mtls()).isEqualTo(Mode.PERMISSIVE);
    assertThat(deployment(ambient, "istio.io/dataplane-mode: none")).isEqualTo(Proxy.NONE);
    String host = OUTSIDE.replace("spec: {", "spec: {hostNetwork: true, ");
    assertThat(Meshes.of(ambient + host).member(Meshes.pod("shop", "job")).enrolled()).isFalse();
  }

  @Test
  void aPodThatRunsTheProxyAloneIsAGateway() {
    String gateway = pod("shop", "web", "istio: ingress", "{name: istio-proxy, image: auto}");
    assertThat(web(gateway).gateway()).isTrue();
    assertThat(web(WEB).gateway()).isFalse();
  }

  @Test
  void anAllowingPolicyWithoutRulesClosesAndAnEmptyRuleOpens() {
    assertThat(web(WEB).access()).isEqualTo("open");
    assertThat(access("")).isEqualTo("closed");
    assertThat(access("rules: [{}]")).isEqualTo("open");
    assertThat(access("rules: [{to: [{operation: {methods: [GET]}}]}]")).isEqualTo("limited");
    assertThat(access("action: DENY")).isEqualTo("open");
    assertThat(access("action: DENY, rules: [{}]")).isEqualTo("closed");
    assertThat(access("action: DENY, rules: [{to: [{operation: {ports: ['9']}}]}]"))
        .isEqualTo("filtered");
    assertThat(access("action: AUDIT, rules: [{}]")).isEqualTo("open");
    assertThat(access("action: CUSTOM, provider: {name: x}, rules: [{}]")).isEqualTo("limited");
  }

  @Test
  void policiesHoldBySelectorAndFromTheRootNamespace() {
    String other =
        object(ISTIO, "AuthorizationPolicy", "shop", "p", "selector: {matchLabels: {app: api}}");
    String root =
        object(
            ISTIO,
            "AuthorizationPolicy",
            "istio-system",
            "p",
            "selector: {matchLabels: {app: web}}");
    String bank = object(ISTIO, "AuthorizationPolicy", "bank", "p", "");
    String gateway =
        object(
            ISTIO, "AuthorizationPolicy", "shop", "p", "targetRefs: [{kind: Gateway, name: gw}]");
    assertThat(web(WEB + other).policies()).isEmpty();
    assertThat(web(WEB + bank).policies()).isEmpty();
    assertThat(web(WEB + gateway).policies()).isEmpty();
    assertThat(web(WEB + root).policies())
        .containsExactly("ALLOW AuthorizationPolicy istio-system/p");
    String labelled = WEB.replace("app: web", "gateway.networking.k8s.io/gateway-name: gw");
    assertThat(web(labelled + gateway).access()).isEqualTo("closed");
  }

  @Test
  void aPolicyForAServiceHoldsInAmbientModeBehindAWaypoint() {
    String ambient =
        namespace("labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: w}");
    String policy =
        object(
            ISTIO, "AuthorizationPolicy", "shop", "p", "targetRefs: [{kind: Service, name: web}]");
    String plain = pod("shop", "web", "app: web", "{name: app}");
    assertThat(web(ambient + plain + SERVICE + policy).access()).isEqualTo("closed");
    assertThat(web(WEB + SERVICE + policy).access()).isEqualTo("open");
  }

  @Test
  void trafficIsAsSafeAsBothEndsMakeIt() {
    String strict = peer("shop", "default", "2020", "mtls: {mode: STRICT}");
    assertThat(link(WEB + API, "api")).isEqualTo(Security.MUTUAL_TLS);
    assertThat(link(WEB + OUTSIDE, "job")).isEqualTo(Security.CLEAR_TEXT);
    assertThat(link(WEB + OUTSIDE + strict, "job")).isEqualTo(Security.REFUSED);
    String off = peer("shop", "default", "2020", "mtls: {mode: DISABLE}");
    assertThat(link(WEB + API + off, "api")).isEqualTo(Security.CLEAR_TEXT);
    assertThat(link(API, "api")).isEqualTo(Security.CLEAR_TEXT);
  }

  @Test
  void destinationRulesDecideHowClientsConnect() {
    String plain = rule("shop", "web", "DISABLE");
    assertThat(link(WEB + API + SERVICE + plain, "api")).isEqualTo(Security.CLEAR_TEXT);
    assertThat(link(WEB + API + plain, "api")).isEqualTo(Security.MUTUAL_TLS);
    assertThat(link(WEB + API + SERVICE + rule("shop", "web", "SIMPLE"), "api"))
        .isEqualTo(Security.OWN_TLS);
    for (String host :
        new String[] {"web.shop.svc.cluster.local", "*.shop.svc.cluster.local", "*.local"}) {
      assertThat(web(WEB + SERVICE + rule("istio-system", host, "DISABLE")).clientRules())
          .containsExactly(new ClientRule("istio-system/r", host, 0, "DISABLE"));
    }
    assertThat(web(WEB + SERVICE + rule("bank", "web", "DISABLE")).clientRules()).isEmpty();
  }

  @Test
  void linkerdTakesClearTextUnlessAPolicyAsksForAnIdentity() {
    String web =
        pod(
            "shop",
            "web",
            "app: web",
            "{name: app, ports: [{name: http, containerPort: 8080}]}, {name: linkerd-proxy}");
    assertThat(web(web).mtls()).isEqualTo(Mode.PERMISSIVE);
    assertThat(web(web).access()).isEqualTo("open");
    String server =
        object(
            "policy.linkerd.io/v1beta3",
            "Server",
            "shop",
            "s",
            "podSelector: {matchLabels: {app: web}}, port: http");
    assertThat(web(web + server).mode(8080)).isEqualTo(Mode.STRICT);
    assertThat(web(web + server).access()).isEqualTo("limited");
    String open =
        object(
            "policy.linkerd.io/v1alpha1",
            "AuthorizationPolicy",
            "shop",
            "p",
            "targetRef: {kind: Server, name: s}, requiredAuthenticationRefs: [{kind:"
                + " NetworkAuthentication, name: n}]");
    assertThat(web(web + server + open).mode(8080)).isEqualTo(Mode.PERMISSIVE);
    assertThat(web(web + server + open.replace("NetworkAuth", "MeshTLSAuth")).mode(8080))
        .isEqualTo(Mode.STRICT);
    String asks =
        namespace("annotations: {config.linkerd.io/default-inbound-policy: all-authenticated}");
    assertThat(web(asks + web).mtls()).isEqualTo(Mode.STRICT);
  }

  @Test
  void whereThePodsOfAWorkloadDifferTheWeakestCounts() {
    String owner =
        "ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: r, uid: u, controller:"
            + " true}], labels:";
    String in = meshed("shop", "a", "app: web", 1).replace("labels:", owner);
    String out = pod("shop", "b", "app: web", "{name: app}").replace("labels:", owner);
    var member = Meshes.of(in + out).members().values().iterator().next();
    assertThat(member.enrolled()).isFalse();
  }

  private static Membership web(String yaml) {
    return Meshes.of(yaml).member(Meshes.pod("shop", "web"));
  }

  private static String access(String spec) {
    return web(WEB + object(ISTIO, "AuthorizationPolicy", "shop", "p", spec)).access();
  }

  private static Security link(String yaml, String from) {
    Mesh mesh = Meshes.of(yaml);
    return mesh.link(Meshes.pod("shop", from), Meshes.pod("shop", "web"), 8080).security();
  }

  private static String rule(String namespace, String host, String mode) {
    return object(
        "networking.istio.io/v1",
        "DestinationRule",
        namespace,
        "r",
        "host: '%s', trafficPolicy: {tls: {mode: %s}}".formatted(host, mode));
  }

  private static String namespace(String metadata) {
    return """
    apiVersion: v1
    kind: Namespace
    metadata: {name: shop, %s}
    ---
    """
        .formatted(metadata);
  }

  private static Proxy deployment(String namespace, String labels) {
    String yaml =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec: {template: {metadata: {labels: {%s}}, spec: {containers: [{name: a}]}}}
        """
            .formatted(labels);
    return Meshes.of(namespace + yaml).members().values().iterator().next().proxy();
  }
}
