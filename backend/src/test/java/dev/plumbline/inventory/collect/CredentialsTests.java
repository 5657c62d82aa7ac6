package dev.plumbline.inventory.collect;

import static dev.plumbline.inventory.collect.Credentials.LIKELY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTests {

  @ParameterizedTest
  @CsvSource({
    "DB_PASSWORD, hunter2",
    "dbPassword, hunter2",
    "AWS_SECRET_ACCESS_KEY, wJalrXUtnFEMI",
    "STRIPE_API_KEY, abc",
    "ANYTHING, AKIAIOSFODNN7EXAMPLE",
    "DATABASE, postgres://app:hunter2@db:5432/app",
    "PRIVATE, -----BEGIN RSA PRIVATE KEY-----"
  })
  void whatLooksLikeACredentialIsRecognised(String name, String value) {
    assertThat(Credentials.likely(name, value)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "LOG_LEVEL, info",
    "TOKEN_FILE, token",
    "PASSWORD_FILE, /run/secrets/password",
    "SECRET_NAME, tls-cert",
    "DB_PASSWORD, $(DB_PASSWORD)",
    "ENABLE_TOKEN, true",
    "TOKEN_TTL, 12h",
    "AWS_ACCESS_KEY_ID, whatever",
    "DATABASE, postgres://db:5432/app"
  })
  void whatDoesNotIsLeftAlone(String name, String value) {
    assertThat(Credentials.likely(name, value)).isFalse();
  }

  @Test
  void credentialsInCommandLinesAreMasked() {
    assertThat(Credentials.masked(List.of("--password=hunter2", "--token", "abc", "run")))
        .containsExactly("--password=" + LIKELY, "--token", LIKELY, "run");
    assertThat(Credentials.masked(List.of("export PGPASSWORD='a b'; psql --api-key xyz -v")))
        .containsExactly("export PGPASSWORD=" + LIKELY + "; psql --api-key " + LIKELY + " -v");
    assertThat(Credentials.masked(List.of("--url=https://me:hunter2@example.org/x")))
        .containsExactly("--url=https" + LIKELY + "example.org/x");
  }

  @Test
  void flagsOfTheControlPlaneStayAsTheyAre() {
    List<Object> flags =
        List.of(
            "kube-apiserver",
            "--service-account-key-file=/etc/kubernetes/pki/sa.pub",
            "--kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key",
            "--enable-bootstrap-token-auth=true",
            "--token-auth-file=tokens.csv",
            "--use-service-account-credentials=true",
            "--controllers=*,bootstrapsigner,tokencleaner",
            "--dynamic-serving-ca-secret-name=cert-manager-webhook-ca",
            "--authorization-mode=Node,RBAC");
    assertThat(Credentials.masked(flags)).isEqualTo(flags);
  }

  @Test
  void aHostileCommandLineDoesNotHoldUpTheReader() {
    for (String piece : List.of("eyJ", "token", "-----BEGIN ", "--a ", "://a:", "a=", "=", "\"")) {
      var words = List.of(piece.repeat((1 << 20) / piece.length()));
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(60), () -> Credentials.masked(words), piece);
    }
  }
}
