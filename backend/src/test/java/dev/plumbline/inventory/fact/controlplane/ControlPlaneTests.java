package dev.plumbline.inventory.fact.controlplane;

import static dev.plumbline.inventory.fact.controlplane.Clusters.known;
import static dev.plumbline.inventory.fact.controlplane.Clusters.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.ServerVersion;
import org.junit.jupiter.api.Test;

class ControlPlaneTests {

  @Test
  void flagsComeFromStaticPodsOfKubeSystemAlone() {
    var plane =
        Clusters.of(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: a, namespace: kube-system, annotations: {kubernetes.io/config.mirror: x}}
            spec: {nodeName: n1, containers: [{name: kube-apiserver, args: [--profiling=false]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: b, namespace: shop, annotations: {kubernetes.io/config.mirror: x}}
            spec: {nodeName: n2, containers: [{name: kube-apiserver, args: [--profiling=true]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: c, namespace: kube-system}
            spec: {nodeName: n3, containers: [{name: kube-apiserver, args: [--profiling=true]}]}
            """);
    assertThat(known(plane.apiServers())).extracting(Process::node).containsExactly("n1");
    assertThat(known(known(plane.apiServers()).getFirst().enabled("profiling", true))).isFalse();
  }

  @Test
  void aComponentThatIsNotSeenIsUnknownAndNotEmpty() {
    assertThat(why(Clusters.of("").apiServers())).contains("no static pod of kube-apiserver");
    assertThat(why(Clusters.unread("").apiServers())).contains("may not list pods");
  }

  @Test
  void anUnseenConfigurationFileMakesItsFlagUnknown() {
    var server = known(Clusters.apiServer("--authentication-config=/x").apiServers()).getFirst();
    assertThat(why(server.enabled("anonymous-auth", true))).contains("--authentication-config");
    assertThat(known(server.enabled("profiling", true))).isTrue();
    var modes = known(Clusters.apiServer("--authorization-config=/x").apiServers()).getFirst();
    assertThat(why(modes.list("authorization-mode", "AlwaysAllow"))).contains("not seen");
  }

  @Test
  void anExplicitFlagDecidesBesideAConfigurationFile() {
    var plane = Clusters.apiServer("--authentication-config=/x", "--anonymous-auth=false");
    assertThat(known(known(plane.apiServers()).getFirst().enabled("anonymous-auth", true)))
        .isFalse();
  }

  @Test
  void etcdsEnvironmentIsSeenButNotItsValues() {
    var plane =
        Clusters.of(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: e, namespace: kube-system, labels: {tier: control-plane}}
            spec:
              containers:
                - name: etcd
                  command: [etcd, --auto-tls=false]
                  env: [{name: ETCD_CLIENT_CERT_AUTH, value: x}, {name: ETCD_AUTO_TLS, value: x}]
            """);
    var etcd = known(plane.etcds()).getFirst();
    assertThat(why(etcd.enabled("client-cert-auth", false))).contains("ETCD_CLIENT_CERT_AUTH");
    assertThat(known(etcd.enabled("auto-tls", true))).isFalse();
    assertThat(etcd.node()).isEqualTo("e");
  }

  @Test
  void kubeletConfigurationHasTheKubeletsOwnDefaults() {
    var kubelet =
        known(Clusters.of(kubelet("streamingConnectionIdleTimeout: 0s")).kubelets()).getFirst();
    assertThat(kubelet.streamingIdleSeconds()).isEqualTo(14400);
    assertThat(kubelet.anonymousAuth()).isFalse();
    assertThat(kubelet.authorizationMode()).isEqualTo("Webhook");
    assertThat(kubelet.rotateCertificates()).isFalse();
    assertThat(kubelet.podPidsLimit()).isEqualTo(-1);
    assertThat(
            known(Clusters.of(kubelet("podPidsLimit: 100")).kubelets()).getFirst().podPidsLimit())
        .isEqualTo(100);
  }

  @Test
  void kubeletConfigurationThatIsNoYamlIsUnknown() {
    assertThat(why(Clusters.of(kubelet("{")).kubelets())).contains("cannot be read");
    assertThat(why(Clusters.of("").kubelets())).contains("no ConfigMap");
    assertThat(why(Clusters.unread("").kubelets())).contains("not read");
  }

  @Test
  void kubeProxyWithoutMetricsAddressListensOnLoopback() {
    var plane =
        Clusters.of(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: kube-proxy, namespace: kube-system}
            data: {config.conf: "metricsBindAddress: ''"}
            """);
    assertThat(known(plane.kubeProxies()).getFirst().metricsBindAddress())
        .isEqualTo("127.0.0.1:10249");
  }

  @Test
  void distributionsAreToldByTheirMarks() {
    assertThat(known(version("v1.33.5-eks-113cf36").distribution())).isEqualTo("eks");
    assertThat(known(version("v1.33.5-gke.1").distribution())).isEqualTo("gke");
    assertThat(known(version("v1.33.5+rke2r1").distribution())).isEqualTo("rke2");
    assertThat(known(version("v1.33.5+k3s1").distribution())).isEqualTo("k3s");
    assertThat(known(node("labels: {kubernetes.azure.com/cluster: c}", "{}").distribution()))
        .isEqualTo("aks");
    assertThat(known(node("labels: {}", "{providerID: 'kind://docker/kind/n'}").distribution()))
        .isEqualTo("kind");
    assertThat(why(node("labels: {kubernetes.io/os: linux}", "{}").distribution()))
        .contains("neither");
  }

  @Test
  void endOfSupportIsJudgedOnTheDayOfTheSnapshot() {
    assertThat(known(known(version("v1.34.1").kubernetes()).ended())).isTrue();
    assertThat(known(known(version("v1.35.4").kubernetes()).ended())).isFalse();
    assertThat(known(known(version("v1.9.0").kubernetes()).ended())).isTrue();
    assertThat(why(known(version("v1.99.0").kubernetes()).ended())).contains("not known");
    assertThat(why(version("custom").kubernetes())).contains("not read");
  }

  @Test
  void providersSupportVersionsLongerThanUpstream() {
    assertThat(known(known(version("v1.34.1-eks-1").kubernetes()).ended())).isFalse();
    assertThat(why(known(version("v1.34.1-gke.1").kubernetes()).ended())).contains("not known");
  }

  private static ControlPlane version(String git) {
    return Clusters.of(ServerVersion.of(git), "");
  }

  private static ControlPlane node(String metadata, String spec) {
    return Clusters.of(
        """
        apiVersion: v1
        kind: Node
        metadata: {name: n1, %s}
        spec: %s
        """
            .formatted(metadata, spec));
  }

  private static String kubelet(String config) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: kubelet-config, namespace: kube-system}
    data: {kubelet: "%s"}
    """
        .formatted(config);
  }
}
