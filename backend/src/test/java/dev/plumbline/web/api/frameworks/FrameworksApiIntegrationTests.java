package dev.plumbline.web.api.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.HandedIn;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlumblineTest
class FrameworksApiIntegrationTests {

  private static final String BASE = "/api/v1/frameworks";
  private static final String POLICIES = BASE + "/pci-dss-4.0.1/controls/1.1.1";

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired ApiTokens tokens;
  @Autowired Clusters clusters;
  @Autowired Scans scans;
  @Autowired Frameworks frameworks;
  @Autowired JsonMapper json;
  @LocalServerPort int port;

  private UUID organisation;
  private String owner;
  private String viewer;

  @BeforeEach
  void makeTokens() {
    var organisation =
        organisations.found(
            "Framed",
            people.register(UUID.randomUUID() + "@example.org", "Mira", "a long enough password"));
    this.organisation = organisation.id();
    owner = token(organisation.id(), Role.OWNER);
    viewer = token(organisation.id(), Role.VIEWER);
  }

  @Test
  void theListTellsCountsOfEveryFramework() {
    JsonNode answer = body(get(BASE));
    int all = Tenant.call(organisation, () -> frameworks.all().size());
    assertThat(answer.get("data")).hasSize(all);
    for (JsonNode framework : answer.get("data")) {
      int sum = 0;
      for (JsonNode count : framework.get("counts")) {
        sum += count.asInt();
      }
      assertThat(sum).isEqualTo(framework.get("controls").asInt());
      assertThat(framework.get("counts").get("PASS").asInt()).isZero();
      assertThat(framework.has("score")).isFalse();
    }
    assertThat(answer.get("page").get("total").asInt()).isEqualTo(all);
  }

  @Test
  void ofTheEditionsOfABenchmarkOneAppliesToAClusterAndSaysWhy() {
    UUID cluster = scanned("v1.36.1");
    JsonNode chosen = onCluster("cis-2.0.1", cluster);
    assertThat(chosen.get("applies").asBoolean()).isTrue();
    assertThat(chosen.get("nearest").asBoolean()).isTrue();
    assertThat(chosen.get("reason").asString())
        .contains("No benchmark is published")
        .contains("1.36");
    JsonNode other = onCluster("cis-1.12", cluster);
    assertThat(other.get("applies").asBoolean()).isFalse();
    assertThat(other.get("nearest").asBoolean()).isFalse();
    assertThat(onCluster("gdpr", cluster).get("applies").asBoolean()).isTrue();
    assertThat(onCluster("gdpr", cluster).has("reason")).as("there is no choice").isFalse();
    JsonNode benchmark = body(get("/api/v1/clusters/" + cluster)).get("data").get("benchmark");
    assertThat(benchmark.get("framework").asString()).isEqualTo("cis-2.0.1");
    assertThat(benchmark.get("nearest").asBoolean()).isTrue();
  }

  private JsonNode onCluster(String framework, UUID cluster) {
    for (JsonNode one : body(get(BASE)).get("data")) {
      if (one.get("id").asString().equals(framework)) {
        assertThat(one.get("clusters")).hasSize(1);
        assertThat(one.get("clusters").get(0).get("cluster").asString())
            .isEqualTo(cluster.toString());
        return one.get("clusters").get(0);
      }
    }
    throw new AssertionError("no framework " + framework);
  }

  private UUID scanned(String version) {
    String list =
        """
        {"apiVersion": "v1", "kind": "List", "items": [
          {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "n"},
           "status": {"nodeInfo": {"kubeletVersion": "%s"}}}]}
        """
            .formatted(version);
    String told = "{\"serverVersion\": {\"gitVersion\": \"" + version + "\"}}";
    return Tenant.call(
        organisation,
        () -> {
          UUID cluster = clusters.registerOffline("yard").id();
          var files = Map.of("version.json", told, "nodes.json", list);
          HandedIn.scan(scans, cluster, Instant.now(), files);
          return cluster;
        });
  }

  @Test
  void aFrameworkIsAWholeTree() {
    JsonNode tree = body(get(BASE + "/hipaa-security-rule")).get("data");
    assertThat(tree.get("controls")).hasSize(72);
    assertThat(tree.get("sections")).hasSize(5);
    assertThat(tree.get("controls").get(0).get("traits").get("duty").asString())
        .isEqualTo("required");
  }

  @Test
  void idsWithBracketsAreFound() {
    JsonNode control =
        body(get(BASE + "/hipaa-security-rule/controls/164.312(a)(1)")).get("data").get("control");
    assertThat(control.get("id").asString()).isEqualTo("164.312(a)(1)");
    assertThat(control.get("status").asString()).isEqualTo("UNKNOWN");
  }

  @Test
  void whatIsAttestedIsToldUntilItIsTakenBack() {
    var made = post(owner, POLICIES, Instant.now().plus(Duration.ofDays(30)));
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(status()).isEqualTo("ATTESTED");
    String id = json.readTree(made.body()).get("data").get("id").asString();
    assertThat(send(owner, "DELETE", "/api/v1/attestations/" + id, "").statusCode()).isEqualTo(204);
    assertThat(status()).isEqualTo("OPEN");
  }

  @Test
  void aViewerCannotAttest() {
    var refused = post(viewer, POLICIES, Instant.now().plus(Duration.ofDays(30)));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(status()).isEqualTo("OPEN");
  }

  @Test
  void whatCannotBeAttestedNamesItsField() {
    var refused = post(owner, POLICIES, Instant.now().minusSeconds(60));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("/expiresAt");
  }

  @Test
  void whatIsNotThereIsAProblem() {
    var missing = get(BASE + "/none");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("There is no such framework.");
    assertThat(get(BASE + "/gdpr/controls/none").statusCode()).isEqualTo(404);
    assertThat(get(BASE + "/gdpr?cluster=none").statusCode()).isEqualTo(404);
  }

  private String status() {
    return body(get(POLICIES)).get("data").get("control").get("status").asString();
  }

  private HttpResponse<String> get(String path) {
    return new Visitor(port).get(path, "Authorization", "Bearer " + viewer);
  }

  private HttpResponse<String> post(String token, String control, Instant end) {
    return send(
        token,
        "POST",
        control + "/attestations",
        "{\"statement\": \"Kept.\", \"evidence\": \"wiki\", \"expiresAt\": \"" + end + "\"}");
  }

  private HttpResponse<String> send(String token, String method, String path, String body) {
    return new Visitor(port)
        .send(
            method,
            path,
            body,
            Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
  }

  private JsonNode body(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private String token(UUID organisation, Role role) {
    return Tenant.call(
        organisation, () -> tokens.create(role.name(), role, Duration.ofDays(1), Role.OWNER));
  }
}
