package dev.plumbline.inventory.fact.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reach.Ports.Protocol;
import org.junit.jupiter.api.Test;

class ReachabilityTests {

  private static final Kind POD = Kind.core("Pod");
  private static final ObjectKey WEB = new ObjectKey(POD, "shop", "web");
  private static final ObjectKey DB = new ObjectKey(POD, "shop", "db");
  private static final ObjectKey JOB = new ObjectKey(POD, "build", "job");

  private static final String PODS =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {team: a}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec: {containers: [{name: a}]}
      status: {podIP: 10.0.0.1}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: db, namespace: shop, labels: {app: db}}
      spec: {containers: [{name: a, ports: [{name: sql, containerPort: 5432}]}]}
      status: {podIP: 10.0.0.2}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: job, namespace: build, labels: {app: job}}
      spec: {containers: [{name: a}]}
      ---
      """;

  private static Reachability reach(String yaml) {
    Snapshot snapshot =
        Manifests.snapshot(PODS + yaml, KubernetesPolicies.KIND, new Kind("apps", "DaemonSet"));
    return Reachability.of(snapshot, Workloads.of(snapshot));
  }

  private static String policy(String spec) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: p, namespace: shop}
    spec: {%s}
    ---
    """
        .formatted(spec);
  }

  private static String plugin(String image) {
    return """
    apiVersion: apps/v1
    kind: DaemonSet
    metadata: {name: net, namespace: kube-system}
    spec: {template: {spec: {containers: [{name: a, image: '%s'}]}}}
    ---
    """
        .formatted(image);
  }

  private static Verdict unclear(Ports certain) {
    return new Verdict(certain, Ports.ALL);
  }

  @Test
  void whereThePlugInEnforcesNothingPoliciesArePaper() {
    var reach = reach(policy("podSelector: {}") + plugin("docker.io/flannel/flannel:v0"));
    assertThat(reach.between(JOB, DB)).isEqualTo(Verdict.ALL);
    assertThat(reach.inward(DB)).isEqualTo(Answer.of("limited"));
  }

  @Test
  void aNamespaceThatWasNotReadIsKnownByItsNameAlone() {
    var byName =
        reach(
            policy(
                "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels:"
                    + " {kubernetes.io/metadata.name: build}}}]}]"));
    assertThat(byName.between(JOB, DB)).isEqualTo(Verdict.ALL);
    var byLabel =
        reach(
            policy(
                "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team:"
                    + " a}}}]}]"));
    assertThat(byLabel.between(JOB, DB)).isEqualTo(unclear(Ports.NONE));
    assertThat(byLabel.between(WEB, DB)).isEqualTo(Verdict.ALL);
  }

  @Test
  void addressesOfPodsCountUnlessThePlugInIsCilium() {
    String policy = policy("podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/24}}]}]");
    assertThat(reach(policy).between(WEB, DB)).isEqualTo(Verdict.ALL);
    assertThat(reach(policy + plugin("quay.io/cilium/cilium:v1")).between(WEB, DB))
        .isEqualTo(Verdict.NONE);
  }

  @Test
  void aPodWithoutAnAddressMayBeInAPrivateBlockAndIsInNoPublicOne() {
    String block = "podSelector: {}, ingress: [{from: [{ipBlock: {cidr: %s}}]}]";
    assertThat(reach(policy(block.formatted("10.9.0.0/16"))).between(JOB, DB))
        .isEqualTo(unclear(Ports.NONE));
    assertThat(reach(policy(block.formatted("203.0.113.0/24"))).between(JOB, DB))
        .isEqualTo(Verdict.NONE);
    assertThat(reach(policy(block.formatted("nonsense"))).between(WEB, DB))
        .isEqualTo(unclear(Ports.NONE));
  }

  @Test
  void outsideIsOpenToAllSomeOrNobody() {
    String block = "podSelector: {}, ingress: [{from: [{ipBlock: {cidr: %s}}]}]";
    assertThat(reach("").fromOutside(DB)).isEqualTo(Verdict.ALL);
    assertThat(reach(policy("podSelector: {}")).fromOutside(DB)).isEqualTo(Verdict.NONE);
    assertThat(reach(policy(block.formatted("0.0.0.0/0"))).fromOutside(DB)).isEqualTo(Verdict.ALL);
    assertThat(reach(policy(block.formatted("203.0.113.0/24"))).fromOutside(DB))
        .isEqualTo(unclear(Ports.NONE));
  }

  @Test
  void aKindThatIsInstalledButWasNotReadMayAllowOrDenyEverything() {
    var reach =
        reach(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: ciliumnetworkpolicies.cilium.io}
            ---
            """
                + policy("podSelector: {}"));
    assertThat(reach.between(WEB, DB)).isEqualTo(unclear(Ports.NONE));
    assertThat(reach.doubts(DB)).containsExactly("ciliumnetworkpolicies.cilium.io: not read");
  }

  @Test
  void aFieldOfCiliumThatIsNotUnderstoodLeavesOnlyItsPortsUnclear() {
    var reach =
        reach(
            """
            apiVersion: cilium.io/v2
            kind: CiliumNetworkPolicy
            metadata: {name: c, namespace: shop}
            spec:
              endpointSelector: {matchLabels: {app: db}}
              ingress:
                - {fromGroups: [{aws: {}}], toPorts: [{ports: [{port: '5432', protocol: TCP}]}]}
                - {fromEndpoints: [{matchLabels: {app: web}}], toPorts: [{ports: [{port: '80'}]}]}
            """);
    Verdict verdict = reach.between(WEB, DB);
    assertThat(verdict.certain().has(Protocol.TCP, 80)).isTrue();
    assertThat(verdict.certain().has(Protocol.TCP, 5432)).isFalse();
    assertThat(verdict.possible().has(Protocol.TCP, 5432)).isTrue();
    assertThat(verdict.possible().has(Protocol.TCP, 22)).isFalse();
    assertThat(reach.doubts(DB)).containsExactly("field not understood: fromGroups");
  }

  @Test
  void servicesAndNodesOfCiliumMayMeanTheirPodsAndNobodyElse() {
    assertThat(
            ofCilium(
                "egress: [{toServices: [{k8sService: {serviceName: db, namespace: shop}}]}]", DB))
        .isEqualTo(unclear(Ports.NONE));
    assertThat(
            ofCilium(
                "egress: [{toServices: [{k8sService: {serviceName: db, namespace: shop}}]}]", JOB))
        .isEqualTo(Verdict.NONE);
    assertThat(
            ofCilium(
                "egress: [{toServices: [{k8sServiceSelector: {selector: {matchLabels: {tier:"
                    + " data}}, namespace: shop}}]}]",
                DB))
        .isEqualTo(unclear(Ports.NONE));
    assertThat(ofCilium("egress: [{toServices: [{k8sService: {serviceName: gone}}]}]", DB))
        .isEqualTo(Verdict.NONE);
    assertThat(ofCilium("egress: [{toNodes: [{matchLabels: {role: edge}}]}]", DB))
        .as("a pod with a network of its own is no node")
        .isEqualTo(Verdict.NONE);
  }

  private static Verdict ofCilium(String spec, ObjectKey target) {
    String yaml =
        """
        apiVersion: cilium.io/v2
        kind: CiliumNetworkPolicy
        metadata: {name: p, namespace: shop}
        spec: {endpointSelector: {matchLabels: {app: web}}, %s}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: db, namespace: shop, labels: {tier: data}}
        spec: {selector: {app: db}, ports: [{port: 5432}]}
        """
            .formatted(spec);
    return reach(yaml).between(WEB, target);
  }

  @Test
  void groupsOfAddressesThatWereNotReadLeaveTheirRuleUnclear() {
    assertThat(ofCilium("egress: [{toCIDRSet: [{cidrGroupRef: office}]}]", DB))
        .isEqualTo(unclear(Ports.NONE));
  }

  @Test
  void anEmptyListOfCiliumClosesInSomeVersionsOnly() {
    var reach =
        reach(
            """
            apiVersion: cilium.io/v2
            kind: CiliumNetworkPolicy
            metadata: {name: c, namespace: shop}
            spec: {endpointSelector: {}, ingress: []}
            """);
    assertThat(reach.between(WEB, DB)).isEqualTo(unclear(Ports.NONE));
  }

  @Test
  void aClusterNetworkPolicyOfTheAdminTierComesBeforeAllOthers() {
    var reach =
        reach(
            """
            apiVersion: policy.networking.k8s.io/v1alpha2
            kind: ClusterNetworkPolicy
            metadata: {name: c}
            spec:
              tier: Admin
              priority: 10
              subject: {namespaces: {matchLabels: {team: a}}}
              ingress:
                - action: Accept
                  from: [{namespaces: {}}]
                  protocols: [{tcp: {destinationPort: {number: 80}}}, {udp: {destinationPort: {range: {start: 50, end: 60}}}}]
                - {action: Deny, from: [{namespaces: {}}]}
            """);
    assertThat(reach.between(WEB, DB).possible().toString()).isEqualTo("TCP 80, UDP 50\u201360");
    assertThat(reach.between(WEB, DB).certain()).isEqualTo(reach.between(WEB, DB).possible());
  }

  @Test
  void tiersOfCalicoAreAskedInOrderAndOneThatWasNotReadLeavesAllUnclear() {
    String policy =
        """
        apiVersion: crd.projectcalico.org/v1
        kind: GlobalNetworkPolicy
        metadata: {name: security.p}
        spec: {tier: security, order: 1, selector: "app == 'db'", ingress: [{action: Deny, source: {selector: "app == 'web'"}}, {action: Pass}]}
        ---
        """;
    String tier =
        """
        apiVersion: crd.projectcalico.org/v1
        kind: Tier
        metadata: {name: security}
        spec: {order: 100}
        """;
    assertThat(reach(policy + tier).between(WEB, DB)).isEqualTo(Verdict.NONE);
    assertThat(reach(policy + tier).between(JOB, DB)).isEqualTo(Verdict.ALL);
    assertThat(reach(policy).between(JOB, DB)).isEqualTo(unclear(Ports.NONE));
  }

  @Test
  void aNetworkSetOfCalicoThatASelectorMatchesIsOutside() {
    String policy =
        """
        apiVersion: crd.projectcalico.org/v1
        kind: GlobalNetworkPolicy
        metadata: {name: p}
        spec: {selector: "app == 'db'", ingress: [{action: Allow, source: {selector: "zone == 'office'"}}]}
        ---
        """;
    String set =
        """
        apiVersion: crd.projectcalico.org/v1
        kind: GlobalNetworkSet
        metadata: {name: office, labels: {zone: office}}
        spec: {nets: [203.0.113.0/24]}
        """;
    assertThat(reach(policy).fromOutside(DB)).isEqualTo(Verdict.NONE);
    assertThat(reach(policy + set).fromOutside(DB)).isEqualTo(unclear(Ports.NONE));
  }

  @Test
  void whatLetsAConnectionThroughIsNamed() {
    var reach =
        reach(
            policy(
                "podSelector: {}, ingress: [{from: [{podSelector: {}}], ports: [{port: sql}]}]"));
    assertThat(reach.between(WEB, DB).certain().toString()).isEqualTo("TCP 5432");
    assertThat(reach.between(WEB, WEB)).isEqualTo(Verdict.NONE);
    assertThat(reach.because(WEB, DB)).isEqualTo("NetworkPolicy shop/p");
    assertThat(reach.because(DB, JOB)).isEqualTo("no policy limits it");
  }
}
