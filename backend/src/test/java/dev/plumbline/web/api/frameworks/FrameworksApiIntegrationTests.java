package dev.plumbline.web.api.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.compliance.Frameworks;
import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
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
  @Autowired Frameworks frameworks;
  @Autowired JsonMapper json;
  @LocalServerPort int port;

  private String owner;
  private String viewer;

  @BeforeEach
  void makeTokens() {
    var organisation =
        organisations.found(
            "Framed",
            people.register(UUID.randomUUID() + "@example.org", "Mira", "a long enough password"));
    owner = token(organisation.id(), Role.OWNER);
    viewer = token(organisation.id(), Role.VIEWER);
  }

  @Test
  void theListTellsCountsOfEveryFramework() {
    JsonNode answer = body(get(BASE));
    assertThat(answer.get("data")).hasSize(frameworks.all().size());
    for (JsonNode framework : answer.get("data")) {
      int sum = 0;
      for (JsonNode count : framework.get("counts")) {
        sum += count.asInt();
      }
      assertThat(sum).isEqualTo(framework.get("controls").asInt());
      assertThat(framework.get("counts").get("PASS").asInt()).isZero();
      assertThat(framework.has("score")).isFalse();
    }
    assertThat(answer.get("page").get("total").asInt()).isEqualTo(frameworks.all().size());
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
