package dev.plumbline.cluster.kubeconfig;

import static dev.plumbline.cluster.kubeconfig.KubeconfigTests.assertRefused;
import static dev.plumbline.cluster.kubeconfig.KubeconfigTests.kubeconfig;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.kubeconfig.Acceptance.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedKubeconfigTests {

  private static final String SERVER = "server: https://h";

  static Stream<String> clusterLines() {
    return table(
        """
        server: http://h ; server
        server: HTTPS://h ; server
        server: h:6443 ; server
        server: //h ; server
        server: ftp://h ; server
        server: file:///etc/passwd ; server
        server: https:// ; server
        server: https:///x ; server
        server: https://:443 ; server
        server: https://user@h ; server
        server: https://user:pass@h ; server
        server: https://h?x=1 ; server
        server: "https://h#x" ; server
        server: https://h/a b ; server
        server: https://h/%2e%2e/x ; server
        server: https://h/../x ; server
        server: https://h/x/.. ; server
        server: https://h/./x ; server
        server: https://h//x ; server
        server: https://h/x;y ; server
        server: https://h\\\\x ; server
        server: https://h:0 ; server
        server: https://h:65536 ; server
        server: https://h:99999999 ; server
        server: https://h:x ; server
        server: "https://h:" ; server
        server: https://2130706433 ; server
        server: https://0x7f000001 ; server
        server: https://0x7f.1 ; server
        server: https://0177.0.0.1 ; server
        server: https://127.1 ; server
        server: https://1.2.3.256 ; server
        server: https://1.2.3.4.5 ; server
        server: https://127.0.0.1. ; server
        server: https://[::1%25lo] ; server
        server: https://[::1 ; server
        server: https://a_b ; server
        server: https://-a ; server
        server: "https://h\\nX-Evil: 1" ; server
        server: "https://h\\r" ; server
        server: "https://\\t" ; server
        server: 5 ; server
        server: [https://h] ; server
        server: {a: b} ; server
        server: null ; server
        server: "" ; server
        server: https://h|certificate-authority: /etc/ca.pem ; certificate-authority
        server: https://h|certificate-authority-data: /etc/ca.pem ; certificate-authority-data
        server: https://h|certificate-authority-data: AAAA ; certificate-authority-data
        server: https://h|certificate-authority-data: [AAAA] ; certificate-authority-data
        server: https://h|certificate-authority-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCkFBQUEKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo= ; certificate-authority-data
        server: https://h|proxy-url: http://p:3128 ; proxy-url
        server: https://h|proxy-url: socks5://p ; proxy-url
        server: https://h|tls-server-name: other ; tls-server-name
        server: https://h|insecure-skip-tls-verify: true ; insecure-skip-tls-verify
        server: https://h|insecure-skip-tls-verify: "true" ; insecure-skip-tls-verify
        server: https://h|insecure-skip-tls-verify: yes ; insecure-skip-tls-verify
        server: https://h|disable-compression: 7 ; disable-compression
        server: https://h|Server: https://h ; Server
        server: https://h|api-version: v1 ; api-version
        server: https://h|__proto__: x ; __proto__
        """);
  }

  @ParameterizedTest
  @MethodSource("clusterLines")
  void aClusterIsRefusedByItsField(String line) {
    String[] parts = line.split(" ; ");
    assertRefused(kubeconfig(parts[0], "token: t"), "clusters[0].cluster." + parts[1]);
  }

  static Stream<String> userLines() {
    return table(
        """
        {} ; token
        token: "" ; token
        token: null ; token
        token: 12345 ; token
        token: [t] ; token
        token: "a b" ; token
        token: "a\\nb" ; token
        token: "a\\0b" ; token
        token: "tökän" ; token
        tokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token ; tokenFile
        token: t|tokenFile: /x ; tokenFile
        client-certificate: /x ; client-certificate
        client-key: /x ; client-key
        client-certificate-data: QUFB ; client-key-data
        client-key-data: QUFB ; client-certificate-data
        client-certificate-data: QUFB|client-key-data: QUFB ; client-certificate-data
        token: t|client-certificate-data: QUFB|client-key-data: QUFB ; token
        username: admin|password: x ; username
        token: t|username: admin ; username
        token: t|password: x ; password
        token: t|as: root ; as
        token: t|as-uid: "0" ; as-uid
        token: t|as-groups: [system:masters] ; as-groups
        token: t|as-user-extra: {a: [b]} ; as-user-extra
        token: t|act-as: root ; act-as
        token: t|impersonate: root ; impersonate
        exec: {command: aws} ; exec
        exec: {} ; exec
        exec: sh ; exec
        exec: [sh] ; exec
        token: t|exec: {command: gke-gcloud-auth-plugin} ; exec
        token: t|exec: {command: sh, args: [-c, "x;touch${IFS}y"], interactiveMode: Never} ; exec
        auth-provider: {name: oidc, config: {idp-issuer-url: "https://i"}} ; auth-provider
        auth-provider: {name: gcp, config: {cmd-path: /bin/sh}} ; auth-provider
        token: t|Exec: {command: aws} ; Exec
        token: t|tokenfile: /x ; tokenfile
        """);
  }

  @ParameterizedTest
  @MethodSource("userLines")
  void aUserIsRefusedByItsField(String line) {
    String[] parts = line.split(" ; ");
    assertRefused(kubeconfig(SERVER, parts[0]), "users[0].user." + parts[1]);
  }

  static Stream<String> wholeFiles() {
    return table(
        """
        [] ; ""
        hello ; ""
        5 ; ""
        null ; ""
        ~ ; ""
        {} ; apiVersion
        {apiVersion: v2, kind: Config} ; apiVersion
        {apiVersion: v1, kind: List} ; kind
        {apiVersion: v1, kind: Config} ; contexts
        {apiVersion: v1, kind: Config, contexts: {}} ; contexts
        {apiVersion: v1, kind: Config, contexts: [null]} ; contexts[0]
        {apiVersion: v1, kind: Config, contexts: [{name: a}]} ; contexts[0].context
        {apiVersion: v1, kind: Config, contexts: [{name: a, context: {cluster: c, user: u}}]} ; contexts[0].context.cluster
        {apiVersion: v1, kind: Config, users: {u: {token: t}}} ; users
        {apiVersion: v1, kind: Config, users: [{user: {token: t}}]} ; users[0].name
        {apiVersion: v1, kind: Config, users: [{name: u, user: null}]} ; users[0].user
        {apiVersion: v1, kind: Config, clusters: [{name: u, cluster: x}]} ; clusters[0].cluster
        {apiVersion: v1, kind: Config, clusters: [{name: u, cluster: {}, extra: 1}]} ; clusters[0].extra
        {apiVersion: v1, kind: Config, hooks: [x]} ; hooks
        {apiVersion: v1, kind: Config, 1: [x]} ; 1
        {apiVersion: v1, apiVersion: v1} ; ""
        {a: &x 1} ; ""
        {a: *x} ; ""
        {a: !!str x} ; ""
        !!java.util.Date {} ; ""
        {a: !<tag:yaml.org,2002:js/function> x} ; ""
        {<<: {a: b}} ; a
        {[1, 2]: x} ; ""
        {a ; ""
        "a" "b" ; ""
        @x ; ""
        """);
  }

  @ParameterizedTest
  @MethodSource("wholeFiles")
  void aFileIsRefusedWithAReason(String line) {
    String[] parts = line.split(" ; ");
    assertRefused(parts[0], parts[1].equals("\"\"") ? "" : parts[1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", "\u202E", "\u2066", "\u200F", "\u0000", "\u0007"})
  void hiddenCharactersAreRefused(String hidden) {
    assertRefused(kubeconfig(SERVER + " # " + hidden, "token: t"), "");
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    byte[] latin = kubeconfig(SERVER, "token: t # é").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Kubeconfigs.accept(latin, Optional.empty())).isInstanceOf(Refused.class);
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertRefused(kubeconfig(SERVER, "token: t") + "---\na: b\n", "");
  }

  @Test
  void twoUsersOfOneNameAreRefused() {
    assertRefused(
        kubeconfig(SERVER, "token: t") + "- {name: u, user: {token: s}}\n", "users[1].name");
  }

  @Test
  void aTokenOfMoreThanSixteenKibibytesIsRefused() {
    assertRefused(kubeconfig(SERVER, "token: " + "t".repeat(16 * 1024 + 1)), "users[0].user.token");
  }

  static Stream<String> bombs() {
    return Stream.of(
        "[".repeat(200_000),
        "{a: ".repeat(60_000),
        "- ".repeat(100_000),
        "a:\n ".repeat(2) + "? ".repeat(100_000),
        "a: [" + "x,".repeat(100_000) + "]",
        "a: " + "9".repeat(250_000),
        "a: 0x" + "f".repeat(250_000),
        "a: \"" + "\\u0041".repeat(40_000),
        "a: " + "x".repeat(250_000) + "\nb: [",
        "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]",
        "#" + "x".repeat(260_000),
        "%YAML 9.9\n---\na: b",
        "%TAG ! tag:evil,2000:\n---\n!x a",
        "x".repeat(5_000_000));
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void bombsEndInARefusal(String bomb) {
    assertThat(KubeconfigTests.accept(bomb)).isInstanceOf(Refused.class);
  }

  @Test
  void nothingIsRunAndNoFileIsOpened(@TempDir Path folder) throws IOException {
    Path canary = folder.resolve("canary");
    String command = "touch " + canary;
    for (String user :
        new String[] {
          "exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: touch, args: ['"
              + canary
              + "']}",
          "token: t|exec: {command: sh, args: [-c, '" + command + "']}",
          "auth-provider: {name: gcp, config: {cmd-path: touch, cmd-args: '" + canary + "'}}"
        }) {
      assertThat(KubeconfigTests.accept(kubeconfig(SERVER, user))).isInstanceOf(Refused.class);
    }
    assertThat(Files.exists(canary)).isFalse();
  }

  @Test
  void refusalsRepeatNoValueOfACredential() {
    String text =
        kubeconfig(SERVER, "token: 'canary canary'|password: canary|client-key-data: canary");
    assertThat(KubeconfigTests.accept(text).toString()).doesNotContain("canary");
  }

  private static Stream<String> table(String rows) {
    return Arrays.stream(rows.split("\n"));
  }
}
