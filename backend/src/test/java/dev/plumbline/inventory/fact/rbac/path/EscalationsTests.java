package dev.plumbline.inventory.fact.rbac.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.rbac.Rbac;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class EscalationsTests {

  private static final String CLUSTER =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: cluster-admin}
      rules: [{apiGroups: ['*'], resources: ['*'], verbs: ['*']}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: admins}
      roleRef: {kind: ClusterRole, name: cluster-admin}
      subjects:
        - {kind: Group, name: kubeadm:cluster-admins}
        - {kind: ServiceAccount, name: operator, namespace: tools}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: operator, namespace: tools}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: operator-1, namespace: tools}
      spec: {serviceAccountName: operator, nodeName: n1, containers: [{name: c}]}
      ---
      apiVersion: v1
      kind: Namespace
      metadata: {name: tools, labels: {pod-security.kubernetes.io/enforce: restricted}}
      ---
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: r}
      rules:
        - {apiGroups: ['%s'], resources: ['%s'], verbs: ['%s']}
        - {apiGroups: ['%s'], resources: ['%s'], verbs: ['%s']}
        - {apiGroups: ['certificates.k8s.io'], resources: ['signers'], verbs: ['approve']}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: %sBinding
      metadata: {name: jane, namespace: '%s'}
      roleRef: {kind: ClusterRole, name: r}
      subjects: [{kind: User, name: jane}]
      """;

  @ParameterizedTest(name = "{1}/{2} {0} leads by {6} in {7}")
  @CsvSource({
    "create, '', pods, '', '', '', PODS, 2",
    "patch, apps, daemonsets, '', '', '', PODS, 2",
    "create, '', serviceaccounts/token, '', '', '', TOKENS, 2",
    "create, '', secrets, get, '', secrets, MADE_SECRETS, 2",
    "create, '', pods/exec, '', '', '', EXECUTE, 2",
    "update, '', pods/ephemeralcontainers, '', '', '', DEBUG, 2",
    "get, '', nodes/proxy, '', '', '', KUBELET, 3",
    "impersonate, '', serviceaccounts, '', '', '', IMPERSONATE, 2",
    "impersonate, '', groups, impersonate, '', users, IMPERSONATE, 2",
    "bind, rbac.authorization.k8s.io, clusterroles, create, rbac.authorization.k8s.io,"
        + " clusterrolebindings, BIND, 1",
    "escalate, rbac.authorization.k8s.io, clusterroles, patch, rbac.authorization.k8s.io,"
        + " clusterroles, ESCALATE, 1",
    "create, certificates.k8s.io, certificatesigningrequests, update, certificates.k8s.io,"
        + " certificatesigningrequests/approval, CERTIFICATE, 2",
    "create, certificates.k8s.io, certificatesigningrequests, create, certificates.k8s.io,"
        + " certificatesigningrequests/nodeclient, NODE_CERTIFICATE, 3",
    "update, admissionregistration.k8s.io, mutatingwebhookconfigurations, '', '', '', WEBHOOK, 2",
  })
  void aRightThatLeadsOn(
      String verb,
      String group,
      String resource,
      String verb2,
      String group2,
      String resource2,
      Technique technique,
      int length) {
    Path path = jane(CLUSTER, verb, group, resource, group2, resource2, verb2, "ClusterRole", "");
    assertThat(path.steps().getFirst().technique()).isEqualTo(technique);
    assertThat(path.length()).isEqualTo(length);
    assertThat(path.steps().getFirst().rests().getFirst().basis())
        .isEqualTo("ClusterRoleBinding jane to ClusterRole r");
  }

  @Test
  void rightsInANamespaceLeadOnlyThroughWhatIsInIt() {
    assertThat(paths("create", "pods/exec", "tools")).contains("User jane");
    assertThat(paths("create", "pods/exec", "shop")).doesNotContain("User jane");
    assertThat(paths("list", "pods/exec", "tools")).doesNotContain("User jane");
  }

  @Test
  void aNodeOfTheControlPlaneIsTheClusterUnlessPodSecurityStopsPrivilegedPods() {
    String node =
        """

        ---
        apiVersion: v1
        kind: Node
        metadata: {name: n0, labels: {node-role.kubernetes.io/control-plane: ''}}
        """;
    Path open = jane(CLUSTER + node, "create", "", "pods", "", "", "", "Role", "shop");
    assertThat(open.steps())
        .extracting(Step::technique)
        .containsExactly(Technique.NODE_BY_PODS, Technique.CONTROL_PLANE);
    assertThat(open.steps().getFirst().what())
        .isEqualTo("User jane may create pods in namespace shop.");
    String label = node + closed("shop");
    assertThat(find(CLUSTER + label, "create", "pods", "shop")).doesNotContain("User jane");
    Path blocked = blocked(CLUSTER + label, "create", "pods", "shop");
    assertThat(blocked.blocked())
        .isEqualTo("blocked by Pod Security level baseline in namespace shop");
    assertThat(blocked.steps().getFirst().why())
        .startsWith("Blocked by Pod Security level baseline in namespace shop;");
    assertThat(blocked.steps().getLast().technique()).isEqualTo(Technique.CONTROL_PLANE);
  }

  @Test
  void whatIsOpenIsNotCalledBlockedToo() {
    var escalations =
        escalations(arranged(CLUSTER, "create", "", "pods/exec", "", "", "", "Role", "tools"));
    assertThat(escalations.paths()).hasSize(3);
    assertThat(escalations.blocked()).isEmpty();
  }

  @Test
  void aPrivilegedContainerThatPodSecurityRefusesIsBlockedThere() {
    String pod =
        """

        ---
        apiVersion: v1
        kind: Node
        metadata: {name: n0, labels: {node-role.kubernetes.io/control-plane: ''}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop}
        spec: {automountServiceAccountToken: false, nodeName: n0, containers: [{name: c}]}
        """;
    String resource = "pods/ephemeralcontainers";
    assertThat(find(CLUSTER + pod, "patch", resource, "shop")).contains("User jane");
    String shut = pod + closed("shop");
    assertThat(find(CLUSTER + shut, "patch", resource, "shop")).doesNotContain("User jane");
    Path blocked = blocked(CLUSTER + shut, "patch", resource, "shop");
    assertThat(blocked.steps())
        .extracting(Step::technique)
        .containsExactly(Technique.DEBUG, Technique.ADDED, Technique.CONTROL_PLANE);
    assertThat(blocked.blocks())
        .containsExactly(new Block("shop", List.of("Pod Security level baseline"), false));
  }

  @Test
  void policiesThatAreUnderstoodKeepPodsFromTheNodeAsPodSecurityDoes() {
    String node =
        """

        ---
        apiVersion: v1
        kind: Node
        metadata: {name: n0, labels: {node-role.kubernetes.io/control-plane: ''}}
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: kyverno-resource-validating-webhook-cfg}
        webhooks: [{rules: [{resources: ['pods/*']}]}]
        """;
    String all =
        node
            + policy("privileged-containers", "Enforce")
            + policy("capabilities", "Enforce")
            + policy("host-path", "Enforce")
            + policy("host-namespaces", "Enforce");
    assertThat(find(CLUSTER + node, "create", "pods", "shop")).contains("User jane");
    assertThat(find(CLUSTER + all, "create", "pods", "shop")).doesNotContain("User jane");
    Path blocked = blocked(CLUSTER + all, "create", "pods", "shop");
    assertThat(blocked.blocks())
        .singleElement()
        .satisfies(block -> {
          assertThat(block.together()).isTrue();
          assertThat(block.by()).hasSize(4);
          assertThat(block.words())
              .contains("Kyverno ClusterPolicy disallow-privileged-containers")
              .contains(" together with ")
              .endsWith(" in namespace shop");
        });
    assertThat(blocked(CLUSTER + all + closed("shop"), "create", "pods", "shop").blocks())
        .as("Pod Security alone is enough")
        .containsExactly(new Block("shop", List.of("Pod Security level baseline"), false));
    assertThat(find(CLUSTER + all.replace("X(hostPath)", "X(hostPort)"), "create", "pods", "shop"))
        .as("one way to the node is left")
        .contains("User jane");
    assertThat(find(CLUSTER + all.replace("Enforce", "Audit"), "create", "pods", "shop"))
        .as("they only look")
        .contains("User jane");
    String windows =
        all
            + "\n"
            + "---\n"
            + "{apiVersion: v1, kind: Node, metadata: {name: w, labels: {kubernetes.io/os:"
            + " windows}}}\n";
    assertThat(find(CLUSTER + windows, "create", "pods", "shop")).contains("User jane");
  }

  @Test
  void aLevelThatTheApiServerDoesNotEnforceKeepsNobodyBack() {
    String off =
        closed("shop")
            + """
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n0, labels: {node-role.kubernetes.io/control-plane: ''}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: kube-apiserver-n0, namespace: kube-system, labels: {component: kube-apiserver}}
            spec: {containers: [{command: [kube-apiserver, --disable-admission-plugins=PodSecurity]}]}
            """;
    assertThat(find(CLUSTER + off, "create", "pods", "shop")).contains("User jane");
    assertThat(find(CLUSTER + off.replace("disable", "enable"), "create", "pods", "shop"))
        .doesNotContain("User jane");
  }

  private static String policy(String what, String action) {
    return """
    ---
    apiVersion: kyverno.io/v1
    kind: ClusterPolicy
    metadata: {name: disallow-%s}
    spec:
      validationFailureAction: %s
      rules:
        - match: {any: [{resources: {kinds: [Pod]}}]}
          validate: {pattern: {spec: %s}}
    """
        .formatted(what, action, flow(Doorkeepers.demand("disallow-" + what)));
  }

  /** As YAML takes it. */
  private static String flow(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> "\"" + entry.getKey() + "\": " + flow(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(EscalationsTests::flow).collect(Collectors.joining(", ", "[", "]"));
      default -> String.valueOf(value);
    };
  }

  private static String closed(String namespace) {
    return """

    ---
    apiVersion: v1
    kind: Namespace
    metadata: {name: %s, labels: {pod-security.kubernetes.io/enforce: baseline}}
    """
        .formatted(namespace);
  }

  @Test
  void subjectsOfTheDistributionAreToldApart() {
    var paths = escalations(CLUSTER.formatted("", "", "", "", "", "", "Role", "shop")).paths();
    assertThat(paths).extracting(path -> path.from().label()).hasSize(2);
    assertThat(paths.getFirst().from().label()).isEqualTo("ServiceAccount tools/operator");
    assertThat(paths.getLast().platform()).isTrue();
  }

  private static List<String> paths(String verb, String resource, String namespace) {
    return find(CLUSTER, verb, resource, namespace);
  }

  private static List<String> find(String cluster, String verb, String resource, String namespace) {
    String yaml = cluster.formatted("", resource, verb, "", "", "", "Role", namespace);
    return escalations(yaml).paths().stream().map(path -> path.from().label()).toList();
  }

  private static Path blocked(String cluster, String verb, String resource, String namespace) {
    String yaml = cluster.formatted("", resource, verb, "", "", "", "Role", namespace);
    return escalations(yaml).blocked().stream()
        .filter(path -> path.from().label().equals("User jane"))
        .findFirst()
        .orElseThrow();
  }

  private static Path jane(String yaml, Object... values) {
    return escalations(arranged(yaml, values)).paths().stream()
        .filter(path -> path.from().label().equals("User jane"))
        .findFirst()
        .orElseThrow();
  }

  private static String arranged(String yaml, Object... v) {
    return yaml.formatted(v[1], v[2], v[0], v[3], v[4], v[5], v[6], v[7]);
  }

  private static Escalations escalations(String yaml) {
    var objects = new ArrayList<KubeObject>();
    new Load(LoadSettings.builder().build())
        .loadAllFromString(yaml)
        .forEach(document -> objects.add(object(document)));
    var snapshot =
        new Snapshot(Instant.EPOCH, ServerVersion.UNKNOWN, new Coverage(Map.of()), objects);
    return Escalations.of(Rbac.of(snapshot), snapshot);
  }

  @SuppressWarnings("unchecked")
  private static KubeObject object(Object yaml) {
    var document = (Map<String, Object>) yaml;
    var metadata = (Map<String, Object>) document.getOrDefault("metadata", Map.of());
    var kind = Kind.of((String) document.get("apiVersion"), (String) document.get("kind"));
    return new KubeObject(
        new ObjectKey(
            kind, (String) metadata.getOrDefault("namespace", ""), (String) metadata.get("name")),
        "v1",
        document);
  }
}
