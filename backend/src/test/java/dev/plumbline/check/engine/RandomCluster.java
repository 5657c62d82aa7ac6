package dev.plumbline.check.engine;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.collect.Kinds;
import dev.plumbline.inventory.shape.Shapes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Manifests of a small cluster, some careless, some tidy; the same for the same seed. */
final class RandomCluster {

  private static final List<String> NAMESPACES = List.of("default", "shop", "kube-system");

  /** Every kind that is built in or collected. */
  static final List<Kind> KINDS =
      Stream.concat(Shapes.kinds().stream(), Arrays.stream(Kinds.values()).map(Kinds::kind))
          .distinct()
          .toList();

  private final Random random;
  private final StringBuilder manifests = new StringBuilder();

  RandomCluster(int seed) {
    this.random = new Random(seed);
  }

  String manifests() {
    NAMESPACES.forEach(this::namespace);
    node();
    controlPlane();
    for (int i = random.nextInt(6); i >= 0; i--) {
      workload(i);
      role(i);
      way(i);
    }
    mesh();
    admission();
    return manifests.toString();
  }

  private void add(String manifest, Object... values) {
    manifests.append(manifest.formatted(values)).append("---\n");
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private void namespace(String name) {
    add(
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: %s, labels: {%s}}
        """,
        name, one("", "pod-security.kubernetes.io/enforce: restricted"));
    if (random.nextBoolean()) {
      add(
          """
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: deny, namespace: %s}
          spec: {podSelector: {}, policyTypes: [%s]}
          """,
          name, one("Ingress", "Egress", "Ingress, Egress"));
    }
    add(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: default, namespace: %s}
        automountServiceAccountToken: %s
        """,
        name, random.nextBoolean());
  }

  private void node() {
    add(
        """
        apiVersion: v1
        kind: Node
        metadata: {name: n1, labels: {%s}}
        spec: {providerID: "%s"}
        status: {nodeInfo: {kubeletVersion: v1.%d.1, osImage: Debian, containerRuntimeVersion: containerd://2.0}}
        """,
        one("", "eks.amazonaws.com/nodegroup: a", "node-role.kubernetes.io/control-plane: ''"),
        one("", "aws:///eu-west-1a/i-1", "kind://docker/kind/n1"),
        30 + random.nextInt(8));
  }

  private void controlPlane() {
    for (String component : List.of("kube-apiserver", "kube-scheduler", "etcd")) {
      if (random.nextInt(3) > 0) {
        add(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: %1$s-n1
              namespace: kube-system
              labels: {component: %1$s, tier: control-plane}
              annotations: {kubernetes.io/config.mirror: abc, kubernetes.io/config.source: file}
              ownerReferences: [{apiVersion: v1, kind: Node, name: n1, uid: u, controller: true}]
            spec:
              hostNetwork: true
              nodeName: n1
              containers: [{name: %1$s, image: "registry.k8s.io/%1$s:v1.35.0", command: [%1$s, %2$s]}]
            """,
            component,
            one("--profiling=false", "--anonymous-auth=false", "--audit-log-path=/log", "-v=2"));
      }
    }
  }

  private void workload(int i) {
    add(
        """
        apiVersion: apps/v1
        kind: %s
        metadata: {name: w%d, namespace: %s}
        spec:
          selector: {matchLabels: {app: w%d}}
          template:
            metadata: {labels: {app: w%d}}
            spec:
              %s: %s
              serviceAccountName: default
              containers:
                - name: c
                  image: %s
                  securityContext: {%s}
                - name: %s
                  image: registry.example/proxy:1
        """,
        one("Deployment", "DaemonSet", "StatefulSet", "ReplicaSet"),
        i,
        one("default", "shop"),
        i,
        i,
        one("hostPID", "hostNetwork", "hostIPC", "automountServiceAccountToken"),
        random.nextBoolean(),
        one("nginx", "nginx:1.2", "nginx:latest"),
        one("", "privileged: true", "runAsNonRoot: true", "capabilities: {drop: [ALL]}"),
        one("side", "istio-proxy", "linkerd-proxy"));
  }

  private void role(int i) {
    String kind = one("Role", "ClusterRole");
    String place = kind.equals("Role") ? ", namespace: shop" : "";
    add(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: %s
        metadata: {name: r%d%s}
        rules: [{apiGroups: ["%s"], resources: ["%s"], verbs: ["%s"]}]
        """,
        kind, i, place, one("", "*"), one("pods", "secrets", "*"), one("get", "create", "*"));
    add(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: %sBinding
        metadata: {name: b%d%s}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: %s, name: r%d}
        subjects: [{kind: ServiceAccount, name: default, namespace: %s}]
        """,
        kind, i, place, kind, i, one("default", "shop"));
  }

  private void mesh() {
    add(
        """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: default, namespace: %s}
        spec: {mtls: {mode: %s}}
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: p, namespace: %s}
        spec: {rules: [%s]}
        ---
        apiVersion: policy.linkerd.io/v1beta3
        kind: Server
        metadata: {name: s, namespace: %s}
        spec: {podSelector: {}, port: 80}
        """,
        one("istio-system", "shop", "default"),
        one("STRICT", "PERMISSIVE", "UNSET"),
        one("shop", "default"),
        one("", "{}", "{to: [{operation: {methods: [GET]}}]}"),
        one("shop", "default"));
  }

  private void admission() {
    add(
        """
        apiVersion: constraints.gatekeeper.sh/v1beta1
        kind: K8sAllowedRepos
        metadata: {name: repos}
        spec: {enforcementAction: %s, parameters: {repos: [registry.example%s]}}
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: %s}
        webhooks: [{name: w, clientConfig: {url: "https://x.example"}, rules: [{resources: ["*"]}]}]
        """,
        one("deny", "warn"), one("", "/"), one("gatekeeper", "other"));
  }

  private void way(int i) {
    add(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: w%1$d, namespace: shop}
        spec: {tls: [{secretName: t%1$d}], rules: [{host: a.example}]}
        ---
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata: {name: c%1$d, namespace: %2$s}
        spec: {secretName: t%1$d}
        status: {notAfter: "%3$s"}
        """,
        i, one("shop", "default"), one("2026-11-30T00:00:00Z", "2027-11-30T00:00:00Z"));
  }
}
