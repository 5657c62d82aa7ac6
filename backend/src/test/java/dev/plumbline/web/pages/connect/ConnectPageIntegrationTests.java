package dev.plumbline.web.pages.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Catalogue;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.inventory.collect.Kinds;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.Visitor;
import dev.plumbline.testing.kube.RecordedCluster;
import dev.plumbline.testing.kube.TestApiServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlumblineTest
class ConnectPageIntegrationTests {

  private static final String PASSWORD = "nine plain words nobody else has";

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Clusters clusters;
  @Autowired Catalogue catalogue;
  @LocalServerPort int port;

  private Organisation organisation;
  private Visitor visitor;
  private String base = "";

  @BeforeEach
  void signIn() {
    String email = UUID.randomUUID() + "@example.org";
    organisation = organisations.found("Halvard", people.register(email, "Mira", PASSWORD));
    visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    base = "/t/" + organisation.slug();
  }

  private static RecordedCluster cluster() {
    var cluster = new RecordedCluster();
    for (Kinds kind : Kinds.values()) {
      cluster.serve(kind.resource(), kind.versions().getFirst(), List.of());
    }
    return cluster.deny("networkpolicies.networking.k8s.io");
  }

  @Test
  void theWizardShowsTheRoleWithAReasonForEachRuleAndTheCommands() {
    String page = visitor.get(base + "/clusters/connect").body();
    assertThat(page)
        .contains("name: plumbline-reader")
        .contains("ServiceAccounts are who pods act as.")
        .contains("kubectl -n plumbline create token plumbline-reader");
    assertThat(visitor.get(base + "/clusters/reader-role.yaml").body())
        .contains("kind: ClusterRole");
    assertThat(visitor.get(base + "/clusters/plumbline-dump.sh").body()).startsWith("#!/bin/sh");
    assertThat(visitor.get(base + "/clusters/connect?by=upload").body())
        .contains("plumbline-dump.sh");
  }

  @Test
  void aPastedKubeconfigConnectsAndShowsWhatTheCredentialMayDo() {
    try (var server = TestApiServer.start(cluster())) {
      visitor.get(base + "/clusters/connect");
      var posted =
          visitor.post(
              base + "/clusters/connect",
              Map.of("name", "Prod", "kubeconfig", server.kubeconfig("canary-token")));
      assertThat(posted.headers().firstValue("Location").orElse(""))
          .endsWith(base + "/clusters/prod/test");
      String page = visitor.get(base + "/clusters/prod/test").body();
      assertThat(page)
          .contains("networkpolicies.networking.k8s.io")
          .contains("Forbidden")
          .contains("resources: [networkpolicies]")
          .doesNotContain("canary-token");
      assertThat(unknown(page)).isGreaterThan(lost("NetworkPolicy")).isEqualTo(lostByAllOf());
      for (String path :
          List.of(
              "/clusters",
              "/clusters/prod",
              "/clusters/prod/settings",
              "/clusters/prod/scans",
              "/clusters/prod/workloads?q=kind:Pod")) {
        var answer = visitor.get(base + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).contains("Prod").doesNotContain("canary-token");
      }
    }
  }

  private static long unknown(String page) {
    var told = Pattern.compile("(\\d+) of \\d+ checks stay unknown").matcher(page);
    assertThat(told.find()).isTrue();
    return Long.parseLong(told.group(1));
  }

  private long lost(String kind) {
    return catalogue.all().stream().filter(check -> check.needs().contains(kind)).count();
  }

  /** Forbidden, never asked for, and not collected by any scan yet. */
  private long lostByAllOf() {
    return catalogue.all().stream()
        .filter(check ->
            check.needs().contains("NetworkPolicy")
                || check.needs().contains("Secret")
                || !check.notCollected().isEmpty())
        .count();
  }

  @Test
  void whatIsWrongStandsBesideItsFieldAndTheKubeconfigIsNotShownAgain() {
    visitor.get(base + "/clusters/connect");
    var posted =
        visitor.post(
            base + "/clusters/connect",
            Map.of(
                "name", "<b>x", "kubeconfig", "{canary: 1, users: [{name: u, user: {exec: {}}}]}"));
    assertThat(posted.statusCode()).isEqualTo(422);
    assertThat(posted.body())
        .contains("canary: This field is not known")
        .contains("&lt;b&gt;x")
        .doesNotContain("{canary: 1");
    Tenant.run(organisation.id(), () -> assertThat(clusters.list()).isEmpty());
  }

  @Test
  void severalContextsAreOfferedForChoice() {
    String kubeconfig =
        """
        {apiVersion: v1, kind: Config, contexts: [{name: one, context: {cluster: c, user: u}},
        {name: two, context: {cluster: c, user: u}}],
        clusters: [{name: c, cluster: {server: "https://h"}}], users: [{name: u, user: {token: t}}]}
        """;
    visitor.get(base + "/clusters/connect");
    var posted =
        visitor.post(base + "/clusters/connect", Map.of("name", "x", "kubeconfig", kubeconfig));
    assertThat(posted.statusCode()).isEqualTo(422);
    assertThat(posted.body()).contains("<option value=\"one\"").contains("<option value=\"two\"");
  }

  @Test
  void settingsAreChangedAndTheClusterIsDeletedByItsName() {
    Tenant.run(organisation.id(), () -> clusters.registerOffline("Edge"));
    visitor.get(base + "/clusters/edge/settings");
    visitor.post(base + "/clusters/edge/settings", Map.of("name", "Edge two"));
    assertThat(visitor.get(base + "/clusters/edge").body()).contains("Edge two");
    visitor.get(base + "/clusters/edge/settings");
    assertThat(visitor.post(base + "/clusters/edge/delete", Map.of("confirm", "edge")).statusCode())
        .isEqualTo(422);
    assertThat(
            visitor
                .post(base + "/clusters/edge/delete", Map.of("confirm", "Edge two"))
                .statusCode())
        .isEqualTo(302);
    assertThat(visitor.get(base + "/clusters/edge").statusCode()).isEqualTo(404);
  }
}
