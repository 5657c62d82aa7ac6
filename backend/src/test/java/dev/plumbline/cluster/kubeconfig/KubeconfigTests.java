package dev.plumbline.cluster.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.kubeconfig.Acceptance.Accepted;
import dev.plumbline.cluster.kubeconfig.Acceptance.ContextNeeded;
import dev.plumbline.cluster.kubeconfig.Acceptance.Refused;
import dev.plumbline.testing.kube.TestCertificates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KubeconfigTests {

  static final TestCertificates.Issued AUTHORITY = TestCertificates.authority("cluster authority");
  private static final TestCertificates.Issued RSA =
      TestCertificates.issue(AUTHORITY, "reader", "RSA", 2048);
  private static final TestCertificates.Issued EC =
      TestCertificates.issue(AUTHORITY, "reader", "EC", 256);
  private static final TestCertificates.Issued ED25519 =
      TestCertificates.issue(AUTHORITY, "reader", "Ed25519", 255);

  /** A kubeconfig of one context; {@code |} in the parts starts a new line. */
  static String kubeconfig(String cluster, String user) {
    return """
    apiVersion: v1
    kind: Config
    current-context: one
    preferences: {}
    contexts: [{name: one, context: {cluster: c, user: u, namespace: default}}]
    clusters:
    - name: c
      cluster:
        %s
    users:
    - name: u
      user:
        %s
    """
        .formatted(cluster.replace("|", "\n    "), user.replace("|", "\n    "));
  }

  static Acceptance accept(String text) {
    return Kubeconfigs.accept(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private static Accepted accepted(String text) {
    assertThat(accept(text)).isInstanceOf(Accepted.class);
    return (Accepted) accept(text);
  }

  @Test
  void aTokenAndAnAuthorityAreAccepted() {
    var jwt =
        "e30."
            + payload(
                "{\"sub\":\"system:serviceaccount:plumbline:plumbline-reader\",\"exp\":2000000000}")
            + ".c2ln";
    String cluster =
        "server: https://API.Example.test:6443/k8s/c-1/|certificate-authority-data: "
            + AUTHORITY.certificateData()
            + "|disable-compression: true|insecure-skip-tls-verify: false";
    Accepted accepted = accepted(kubeconfig(cluster, "token: " + jwt));
    assertThat(accepted.access().server()).hasToString("https://api.example.test:6443/k8s/c-1");
    assertThat(accepted.access().authorities()).containsExactly(AUTHORITY.certificate());
    assertThat(accepted.subject()).isEqualTo("system:serviceaccount:plumbline:plumbline-reader");
    assertThat(accepted.expiresAt()).contains(Instant.ofEpochSecond(2_000_000_000));
    assertThat(accepted.access().login()).isInstanceOf(Login.Token.class);
    assertThat(accepted.toString()).doesNotContain(jwt);
    assertThat(
            accepted
                .access()
                .login()
                .secret()
                .<String>use(b -> new String(b, StandardCharsets.UTF_8)))
        .isEqualTo(jwt);
  }

  private static String payload(String json) {
    return java.util.Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void jsonIsReadLikeYaml() {
    String json =
        """
        {"apiVersion":"v1","kind":"Config","contexts":[{"name":"x","context":{"cluster":"c","user":"u"}}],
        "clusters":[{"name":"c","cluster":{"server":"https://h"}}],"users":[{"name":"u","user":{"token":"t"}}]}
        """;
    assertThat(accepted(json).access().server()).hasToString("https://h");
  }

  static Stream<String> clientCertificates() {
    return Stream.of(
        certificate(RSA.certificateData(), RSA.keyData()),
        certificate(RSA.certificateData(), RSA.pkcs8Data()),
        certificate(EC.certificateData(), EC.keyData()),
        certificate(EC.certificateData(), EC.pkcs8Data()),
        certificate(ED25519.certificateData(), ED25519.pkcs8Data()),
        certificate(
            TestCertificates.data(RSA.certificate(), AUTHORITY.certificate()), RSA.keyData()));
  }

  private static String certificate(String certificate, String key) {
    return "client-certificate-data: " + certificate + "|client-key-data: " + key;
  }

  @ParameterizedTest
  @MethodSource("clientCertificates")
  void aClientCertificateIsAcceptedWithItsOwnKey(String user) {
    Accepted accepted = accepted(kubeconfig("server: https://h", user));
    assertThat(accepted.subject()).isEqualTo("CN=reader");
    assertThat(accepted.expiresAt()).contains(TestCertificates.UNTIL.minusSeconds(86_400));
  }

  static Stream<String> unusableClientCertificates() {
    var encrypted =
        "-----BEGIN RSA PRIVATE KEY-----\n"
            + "Proc-Type: 4,ENCRYPTED\n\n"
            + "AAAA\n"
            + "-----END RSA PRIVATE KEY-----\n";
    var pkcs8 =
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n";
    var noise = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
    return Stream.of(
        certificate(RSA.certificateData(), EC.keyData()),
        certificate(
            EC.certificateData(),
            TestCertificates.data(TestCertificates.keys("EC", 256).getPrivate())),
        certificate(RSA.certificateData(), TestCertificates.base64(encrypted)),
        certificate(RSA.certificateData(), TestCertificates.base64(pkcs8)),
        certificate(RSA.certificateData(), TestCertificates.base64(noise)),
        certificate(RSA.certificateData(), RSA.certificateData()),
        certificate(RSA.certificateData(), TestCertificates.base64("no pem")),
        certificate(RSA.certificateData(), "'%%%'"),
        certificate(RSA.certificateData(), TestCertificates.data(RSA.key(), RSA.key())));
  }

  @ParameterizedTest
  @MethodSource("unusableClientCertificates")
  void aKeyThatIsEncryptedForeignOrBrokenIsRefusedByItsField(String user) {
    assertRefused(kubeconfig("server: https://h", user), "users[0].user.client-key-data");
  }

  @Test
  void oneOfSeveralContextsMustBeChosenAndTheOthersAreDropped() {
    String text =
        """
        apiVersion: v1
        kind: Config
        current-context: b
        contexts:
        - {name: a, context: {cluster: c, user: plain}}
        - {name: b, context: {cluster: c, user: plugin}}
        clusters: [{name: c, cluster: {server: "https://h"}}]
        users:
        - {name: plain, user: {token: t}}
        - {name: plugin, user: {exec: {command: aws}}}
        """;
    assertThat(accept(text)).isEqualTo(new ContextNeeded(java.util.List.of("a", "b"), "b"));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Kubeconfigs.accept(bytes, Optional.of("a"))).isInstanceOf(Accepted.class);
    assertThat(Kubeconfigs.accept(bytes, Optional.of("b"))).isInstanceOf(Refused.class);
    assertThat(Kubeconfigs.accept(bytes, Optional.of("z"))).isInstanceOf(Refused.class);
  }

  @Test
  void usersOfACredentialPluginAreToldHowToMakeAToken() {
    String user =
        "exec: {apiVersion: client.authentication.k8s.io/v1, command: /usr/bin/aws, args: [eks,"
            + " get-token]}";
    assertThat(((Refused) accept(kubeconfig("server: https://h", user))).refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.field()).isEqualTo("users[0].user.exec");
          assertThat(refusal.message())
              .contains("Amazon EKS")
              .contains("kubectl apply -f reader-role.yaml")
              .contains("kubectl -n plumbline create token plumbline-reader");
        });
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    String text =
        kubeconfig(
            "server: http://h|proxy-url: http://p|colour: red", "tokenFile: /etc/passwd|as: root");
    assertThat(((Refused) accept(text)).refusals())
        .extracting(Refusal::field)
        .containsExactlyInAnyOrder(
            "clusters[0].cluster.server",
            "clusters[0].cluster.proxy-url",
            "clusters[0].cluster.colour",
            "users[0].user.tokenFile",
            "users[0].user.as");
  }

  static void assertRefused(String text, String field) {
    assertThat(accept(text)).isInstanceOf(Refused.class);
    assertThat(((Refused) accept(text)).refusals()).extracting(Refusal::field).contains(field);
  }
}
