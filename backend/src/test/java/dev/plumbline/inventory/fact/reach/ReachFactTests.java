package dev.plumbline.inventory.fact.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.Fact.Computed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachFactTests {

  private static final Reading READ = new Reading(State.COMPLETE, 1, "");
  private static final Coverage COVERAGE =
      new Coverage(
          Map.of(
              Kind.core("Pod"),
              READ,
              new Kind("apps", "DaemonSet"),
              READ,
              new Kind("networking.k8s.io", "NetworkPolicy"),
              READ));

  private static final String PODS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec: {containers: [{name: a}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: agent, namespace: shop, labels: {app: web}}
      spec: {hostNetwork: true, containers: [{name: a}]}
      ---
      """;

  @Test
  void withoutPoliciesBothDirectionsAreOpen() {
    assertThat(reach(PODS, "web").ingress()).isEqualTo(Answer.of("open"));
    assertThat(reach(PODS, "web").egress()).isEqualTo(Answer.of("open"));
  }

  @Test
  void aPolicyWithoutTypesLimitsIngressAndOnlyWithRulesEgress() {
    var without = reach(PODS + policy("shop", "podSelector: {}"), "web");
    assertThat(without.ingress()).isEqualTo(Answer.of("limited"));
    assertThat(without.egress()).isEqualTo(Answer.of("open"));
    var with = reach(PODS + policy("shop", "podSelector: {}, egress: [{}]"), "web");
    assertThat(with.egress()).isEqualTo(Answer.of("limited"));
  }

  @Test
  void aPolicyHoldsInItsNamespaceForThePodsItSelects() {
    String other = policy("bank", "podSelector: {}");
    String unmatched = policy("shop", "podSelector: {matchLabels: {app: api}}");
    assertThat(reach(PODS + other, "web").ingress()).isEqualTo(Answer.of("open"));
    assertThat(reach(PODS + unmatched, "web").ingress()).isEqualTo(Answer.of("open"));
    String matched =
        policy(
            "shop", "podSelector: {matchExpressions: [{key: app, operator: In, values: [web]}]}");
    assertThat(reach(PODS + matched, "web").policies()).containsExactly("NetworkPolicy shop/p");
  }

  @Test
  void aNamespaceKnowsItsWorkloadsThatAreOpen() {
    var key = new ObjectKey(Kind.core("Namespace"), "", "shop");
    assertThat(compute(PODS).of("Namespace", key))
        .isEqualTo(new NamespaceFields(Answer.of(List.of(new NamespaceFields.Open("Pod", "web")))));
    assertThat(compute(PODS + policy("shop", "podSelector: {}")).of("Namespace", key))
        .isEqualTo(new NamespaceFields(Answer.of(List.of())));
  }

  @Test
  void noPolicyHoldsOnTheNetworkOfTheNode() {
    assertThat(reach(PODS + policy("shop", "podSelector: {}"), "agent").ingress())
        .isEqualTo(Answer.of("node"));
  }

  @Test
  void whatOtherPoliciesDoIsUnknownUnlessAlreadyLimited() {
    String cilium =
        """
        apiVersion: cilium.io/v2
        kind: CiliumNetworkPolicy
        metadata: {name: c, namespace: shop}
        ---
        """;
    assertThat(reach(PODS + cilium, "web").ingress()).isInstanceOf(Answer.Unknown.class);
    assertThat(reach(PODS + cilium + policy("shop", "podSelector: {}"), "web").ingress())
        .isEqualTo(Answer.of("limited"));
  }

  @Test
  void thePluginIsToldByTheImagesOfDaemonSets() {
    assertThat(plugin("quay.io/calico/node:v3"))
        .isEqualTo(Answer.of(new NetworkPlugin("Calico", true)));
    assertThat(plugin("docker.io/flannel/flannel:v0"))
        .isEqualTo(Answer.of(new NetworkPlugin("Flannel", false)));
    assertThat(plugin("registry.example/own:1")).isInstanceOf(Answer.Unknown.class);
  }

  private static String policy(String namespace, String spec) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: p, namespace: %s}
    spec: {%s}
    """
        .formatted(namespace, spec);
  }

  private static Answer<NetworkPlugin> plugin(String image) {
    var computed =
        compute(
            """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: net, namespace: kube-system}
            spec: {template: {spec: {containers: [{name: a, image: '%s'}]}}}
            """
                .formatted(image));
    var key = new ObjectKey(Kind.core("Cluster"), "", "cluster");
    return ((ClusterFields) computed.of("Cluster", key)).networkPlugin();
  }

  private static Reach reach(String yaml, String pod) {
    var key = new ObjectKey(Kind.core("Pod"), "shop", pod);
    return ((WorkloadFields) compute(yaml).of("Workload", key)).reach();
  }

  private static Computed compute(String yaml) {
    var snapshot =
        new Snapshot(Instant.EPOCH, ServerVersion.UNKNOWN, COVERAGE, Manifests.objects(yaml));
    return new ReachFact().compute(snapshot, Workloads.of(snapshot));
  }
}
