package dev.plumbline.inventory.fact.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.fact.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snapshot is taken on 2026-11-22. */
class CertificatesTests {

  private static final String INGRESS =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web, namespace: shop}
      spec: {tls: [{secretName: web-tls}, {hosts: [x]}]}
      ---
      """;

  @Test
  void aSecretThatNoCertificateFillsHasAnUnknownEnd() {
    ServingCertificate web = only(INGRESS);
    assertThat(web.secret()).isEqualTo("web-tls");
    assertThat(web.users()).containsExactly("Ingress web");
    assertThat(web.certificate()).isEmpty();
    assertThat(web.notAfter()).isInstanceOf(Answer.Unknown.class);
    assertThat(web.overdue()).isFalse();
  }

  @Test
  void aCertificateTellsWhenItsSecretEnds() {
    ServingCertificate web =
        only(
            INGRESS
                + certificate(
                    "notAfter: '2026-12-02T00:00:00Z', renewalTime: '2026-11-20T00:00:00Z'"));
    assertThat(web.certificate()).isEqualTo("c");
    assertThat(web.daysLeft()).isEqualTo(Answer.of(10));
    assertThat(web.overdue()).isTrue();
    assertThat(only(certificate("notAfter: '2026-11-01T00:00:00Z'")).daysLeft())
        .isEqualTo(Answer.of(-21));
    assertThat(only(certificate("")).daysLeft()).isInstanceOf(Answer.Unknown.class);
    assertThat(only(certificate("notAfter: soon")).daysLeft()).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void aRenewalThatWasDueTodayIsNotOverdue() {
    assertThat(only(certificate("renewalTime: '2026-11-21T12:00:00Z'")).overdue()).isFalse();
  }

  @Test
  void gatewaysMayNameSecretsOfOtherNamespaces() {
    String gateway =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: infra}
        spec: {listeners: [{name: a, tls: {certificateRefs: [{name: x, namespace: shop}, {kind: Other, name: y}]}}, {name: b}]}
        """;
    ServingCertificate found = only(gateway);
    assertThat(found.namespace()).isEqualTo("shop");
    assertThat(found.users()).isEqualTo(List.of("Gateway edge"));
  }

  private static String certificate(String status) {
    return """
    apiVersion: cert-manager.io/v1
    kind: Certificate
    metadata: {name: c, namespace: shop}
    spec: {secretName: web-tls}
    status: {%s}
    """
        .formatted(status);
  }

  private static ServingCertificate only(String yaml) {
    var all = Certificates.of(Manifests.snapshot(yaml));
    assertThat(all).hasSize(1);
    return all.values().iterator().next();
  }
}
