package dev.plumbline.web.api.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.collect.Kinds;
import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.ApiCaller;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.Visitor;
import dev.plumbline.testing.kube.RecordedCluster;
import dev.plumbline.testing.kube.TestApiServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlumblineTest
class ClustersApiIntegrationTests {

  private static final String PATH = "/api/v1/clusters";

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired ApiTokens tokens;
  @LocalServerPort int port;

  private String owner = "";
  private String viewer = "";

  @BeforeEach
  void foundAnOrganisation() {
    Organisation organisation =
        organisations.found(
            "Api",
            people.register(
                UUID.randomUUID() + "@example.org", "Mira", "nine plain words nobody else has"));
    owner = token(organisation, Role.OWNER);
    viewer = token(organisation, Role.VIEWER);
  }

  private String token(Organisation organisation, Role role) {
    return Tenant.call(organisation.id(), () -> tokens.create(role.name(), role, null, Role.OWNER));
  }

  private HttpResponse<String> send(String token, String method, String path, Object body) {
    return new Visitor(port)
        .send(
            method,
            path,
            JsonMapper.shared().writeValueAsString(body),
            Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
  }

  private HttpResponse<String> change(String method, String path, Object body) {
    return new ApiCaller(port, owner).change(method, path, body);
  }

  private static JsonNode data(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body()).path("data");
  }

  @Test
  void aClusterIsRegisteredTestedListedChangedAndDeleted() {
    var cluster = new RecordedCluster();
    for (Kinds kind : Kinds.values()) {
      cluster.serve(kind.resource(), kind.versions().getFirst(), List.of());
    }
    try (var server = TestApiServer.start(cluster)) {
      var created =
          send(
              owner,
              "POST",
              PATH,
              Map.of("name", "Prod EU", "kubeconfig", server.kubeconfig("canary-token")));
      assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
      assertThat(created.body()).doesNotContain("canary-token");
      String id = data(created).path("id").asString("");
      assertThat(send(owner, "GET", PATH + "/" + id + "/self-test", "").statusCode())
          .isEqualTo(404);
      var tested = send(owner, "POST", PATH + "/prod-eu/self-test", "");
      assertThat(data(tested).path("result").path("reached").asBoolean()).isTrue();
      assertThat(send(viewer, "GET", PATH + "/prod-eu/self-test", "").statusCode()).isEqualTo(200);
      var replaced =
          send(
              owner,
              "POST",
              PATH + "/prod-eu/credentials",
              Map.of("kubeconfig", server.kubeconfig("other")));
      assertThat(data(replaced).path("credential").path("version").asInt()).isEqualTo(2);
      var changed = change("PATCH", PATH + "/prod-eu", Map.of("intervalMinutes", 60));
      assertThat(data(changed).path("intervalMinutes").asInt()).isEqualTo(60);
      assertThat(data(send(viewer, "GET", PATH, ""))).hasSize(1);
      assertThat(change("DELETE", PATH + "/" + id, "").statusCode()).isEqualTo(204);
      assertThat(send(owner, "GET", PATH + "/" + id, "").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aRefusedKubeconfigNamesItsField() {
    var refused = send(owner, "POST", PATH, Map.of("name", "x", "kubeconfig", "a: &b c"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(refused.body()).contains("/kubeconfig", "Anchors");
    var large = send(owner, "POST", PATH, Map.of("name", "x", "kubeconfig", "x".repeat(5_000_000)));
    assertThat(large.statusCode()).isEqualTo(422);
    assertThat(large.body()).contains("256 KiB");
  }

  @Test
  void anAddressThatIsNeverAllowedIsRefused() {
    String kubeconfig =
        """
        {apiVersion: v1, kind: Config, contexts: [{name: x, context: {cluster: c, user: u}}],
        clusters: [{name: c, cluster: {server: "https://169.254.169.254"}}],
        users: [{name: u, user: {token: t}}]}
        """;
    var refused = send(owner, "POST", PATH, Map.of("name", "x", "kubeconfig", kubeconfig));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("plumbline.egress.allowed-cidrs");
  }

  @Test
  void aViewerMayReadAndNothingElse() {
    assertThat(send(owner, "POST", PATH, Map.of("name", "offline")).statusCode()).isEqualTo(201);
    assertThat(send(viewer, "GET", PATH + "/offline", "").statusCode()).isEqualTo(200);
    for (var forbidden :
        List.of(
            send(viewer, "POST", PATH, Map.of("name", "y")),
            send(viewer, "PATCH", PATH + "/offline", Map.of("name", "y")),
            send(viewer, "DELETE", PATH + "/offline", ""),
            send(viewer, "POST", PATH + "/offline/credentials", Map.of()),
            send(viewer, "POST", PATH + "/offline/self-test", ""))) {
      assertThat(forbidden.statusCode()).isEqualTo(403);
    }
  }

  private HttpResponse<String> upload(String token, String name, String field, String file) {
    String body =
        """
        --edge\r
        Content-Disposition: form-data; name="%s"; filename="pods.json"\r
        Content-Type: application/json\r
        \r
        %s\r
        --edge--\r
        """
            .formatted(field, file);
    return new Visitor(port)
        .send(
            "POST",
            PATH + "/" + name + "/uploads",
            body,
            Map.of(
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "multipart/form-data; boundary=edge"));
  }

  @Test
  void anUploadBeginsAScan() {
    send(owner, "POST", PATH, Map.of("name", "edge"));
    String pods =
        """
        {"kind":"PodList","apiVersion":"v1","items":[{"kind":"Pod","apiVersion":"v1",
        "metadata":{"name":"p","namespace":"n"},"spec":{"containers":[{"name":"c","image":"i"}]}}]}
        """;
    var begun = upload(owner, "edge", "dump", pods);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    assertThat(data(begun).path("scan").asString("")).hasSize(36);
    assertThat(upload(viewer, "edge", "dump", pods).statusCode()).isEqualTo(403);
    assertThat(upload(owner, "no-such", "dump", pods).statusCode()).isEqualTo(404);
  }

  @Test
  void anUploadWithoutAFileIsRefusedByItsField() {
    send(owner, "POST", PATH, Map.of("name", "edge"));
    var without = upload(owner, "edge", "other", "{}");
    assertThat(without.statusCode()).as(without.body()).isEqualTo(422);
    assertThat(without.body()).contains("/dump");
  }
}
