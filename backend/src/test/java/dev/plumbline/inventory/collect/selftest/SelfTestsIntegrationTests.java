package dev.plumbline.inventory.collect.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.cluster.kubeconfig.Acceptance.Accepted;
import dev.plumbline.cluster.kubeconfig.Kubeconfigs;
import dev.plumbline.inventory.collect.Kinds;
import dev.plumbline.inventory.collect.selftest.SelfTest.Right;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.kube.RecordedCluster;
import dev.plumbline.testing.kube.TestApiServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlumblineTest
class SelfTestsIntegrationTests {

  @Autowired SelfTests selfTests;
  @Autowired Clusters clusters;
  @Autowired TestDatabase testDatabase;

  private final RecordedCluster cluster = new RecordedCluster();
  private final UUID tenant = UUID.randomUUID();

  @BeforeEach
  void serveEveryKind() {
    for (Kinds kind : Kinds.values()) {
      cluster.serve(kind.resource(), kind.versions().getFirst(), List.of());
    }
    cluster.deny("secrets");
    new JdbcTemplate(testDatabase.superuser())
        .update(
            "insert into organisation (tenant_id, name, slug, created_at) values (?, ?, ?, now())",
            tenant,
            "O " + tenant,
            "o-" + tenant);
  }

  private SelfTest test(TestApiServer server) {
    byte[] kubeconfig = server.kubeconfig("token").getBytes(StandardCharsets.UTF_8);
    var accepted = (Accepted) Kubeconfigs.accept(kubeconfig, Optional.empty());
    return Tenant.call(
        tenant,
        () -> {
          Cluster connected = clusters.connect("prod", accepted);
          SelfTest result = selfTests.run(connected.id());
          assertThat(selfTests.last(connected.id()).orElseThrow().result()).isEqualTo(result);
          Cluster.Reach.State state = clusters.get(connected.id()).reach().state();
          assertThat(state == Cluster.Reach.State.REACHED).isEqualTo(result.reached());
          clusters.replaceCredential(connected.id(), accepted);
          assertThat(selfTests.last(connected.id())).isEmpty();
          return result;
        });
  }

  private SelfTest test() {
    try (var server = TestApiServer.start(cluster)) {
      return test(server);
    }
  }

  @Test
  void aCredentialWithTheReaderRoleMissesNothingAndHasNothingTooMuch() {
    SelfTest result = test();
    assertThat(result.reached()).isTrue();
    assertThat(result.serverVersion()).isEqualTo("v1.35.4");
    assertThat(result.answers()).allMatch(answer -> answer.right() == Right.GRANTED);
    assertThat(result.excessive()).isEmpty();
  }

  @Test
  void aMissingRightIsNamedWithItsVerb() {
    cluster.deny("networkpolicies.networking.k8s.io");
    assertThat(test().missing())
        .singleElement()
        .satisfies(answer -> {
          assertThat(answer.resource()).isEqualTo("networkpolicies.networking.k8s.io");
          assertThat(answer.verb()).isEqualTo("list");
        });
  }

  @Test
  void anAdministratorsCredentialIsFlagged() {
    cluster.instead(
        "/apis/authorization.k8s.io/",
        exchange ->
            TestApiServer.answer(
                exchange,
                201,
                """
                {"status":{"incomplete":false,"resourceRules":[
                {"verbs":["*"],"apiGroups":["*"],"resources":["*"]}]}}
                """));
    assertThat(test().excessive())
        .contains(
            "It may do anything with everything in every namespace.",
            "It may read the content of Secrets in every namespace.");
  }

  @Test
  void rightsInSomeNamespacesAreTold() {
    cluster.serve(
        "namespaces",
        "v1",
        List.of(RecordedCluster.object("", "shop"), RecordedCluster.object("", "bank")));
    cluster.instead("/apis/authorization.k8s.io/", SelfTestsIntegrationTests::inShopAndBank);
    SelfTest result = test();
    assertThat(answer(result, "deployments.apps").right()).isEqualTo(Right.IN_NAMESPACES);
    assertThat(answer(result, "deployments.apps").namespaces()).containsExactly("bank", "shop");
    assertThat(answer(result, "nodes").right()).as("of no namespace").isEqualTo(Right.MISSING);
    assertThat(answer(result, "pods").namespaces()).isEmpty();
    assertThat(answer(result, "pods").right()).isEqualTo(Right.GRANTED);
    assertThat(result.missing()).contains(answer(result, "deployments.apps"));
  }

  private static SelfTest.Answer answer(SelfTest result, String resource) {
    return result.answers().stream()
        .filter(answer -> answer.resource().equals(resource))
        .findFirst()
        .orElseThrow();
  }

  private static void inShopAndBank(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String there =
        asked.contains("shop") || asked.contains("bank")
            ? ",{\"verbs\":[\"list\"],\"apiGroups\":[\"apps\",\"\"],\"resources\":[\"deployments\",\"nodes\"]}"
            : "";
    TestApiServer.answer(
        exchange,
        201,
        """
        {"status":{"incomplete":false,"resourceRules":[
        {"verbs":["list"],"apiGroups":[""],"resources":["pods","namespaces"]}%s]}}
        """
            .formatted(there));
  }

  @Test
  void aServerThatCannotListRightsIsAskedByReading() {
    cluster.deny("pods");
    cluster.instead(
        "/apis/authorization.k8s.io/",
        exchange ->
            TestApiServer.answer(
                exchange, 201, "{\"status\":{\"incomplete\":true,\"resourceRules\":[]}}"));
    SelfTest result = test();
    assertThat(result.missing()).extracting(SelfTest.Answer::resource).containsExactly("pods");
    assertThat(result.answers()).noneMatch(answer -> answer.right() == Right.UNTOLD);
  }

  @Test
  void aServerThatRejectsTheCredentialIsTheResult() {
    cluster.instead("/", exchange -> TestApiServer.answer(exchange, 401, "{}"));
    SelfTest result = test();
    assertThat(result.reached()).isFalse();
    assertThat(result.reason()).contains("did not accept the credential");
    assertThat(result.answers()).isEmpty();
  }

  @Test
  void aCredentialThatWasTamperedWithIsTheResult() {
    try (var server = TestApiServer.start(cluster)) {
      byte[] kubeconfig = server.kubeconfig("token").getBytes(StandardCharsets.UTF_8);
      var accepted = (Accepted) Kubeconfigs.accept(kubeconfig, Optional.empty());
      SelfTest result =
          Tenant.call(
              tenant,
              () -> {
                Cluster connected = clusters.connect("prod", accepted);
                new JdbcTemplate(testDatabase.superuser())
                    .update(
                        "update cluster_credential set sealed = set_byte(sealed, 120, 0) || 'x'"
                            + " where cluster_id = ?",
                        connected.id());
                return selfTests.run(connected.id());
              });
      assertThat(result.reached()).isFalse();
      assertThat(result.reason()).contains("altered");
      assertThat(server.asked()).isEmpty();
    }
  }
}
