package dev.plumbline.web.api.ownchecks;

import static dev.plumbline.testing.ApiCaller.data;
import static dev.plumbline.testing.ApiCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.scan.SampleData;
import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.ApiCaller;
import dev.plumbline.testing.PlumblineTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlumblineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnChecksApiIntegrationTests {

  private static final String ALL = "/api/v1/own-checks";
  private static final String SOURCE =
      """
      title: Workload names no owner
      severity: high
      objective: own
      why: Somebody has to answer.
      applies_to: [Workload]
      needs: [Workload]
      offenders: |
        [workload].filter(w, !("owner" in w.metadata.?labels.orValue({})))
      message: |
        offender.kind + " names no owner"
      fix: {text: Name one.}
      """;

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired ApiTokens tokens;
  @Autowired SampleData sample;
  @Autowired Clusters clusters;
  @LocalServerPort int port;

  private ApiCaller owner = new ApiCaller(0, "");
  private ApiCaller engineer = new ApiCaller(0, "");
  private ApiCaller viewer = new ApiCaller(0, "");
  private String cluster = "";

  @BeforeAll
  void foundAnOrganisation() {
    var person =
        people.register(
            UUID.randomUUID() + "@example.org", "Mira", "nine plain words nobody else has");
    UUID tenant = organisations.found("Ruling", person).id();
    Tenant.run(
        tenant,
        () -> {
          sample.load();
          cluster = clusters.list().getFirst().id().toString();
        });
    owner = caller(tenant, Role.OWNER);
    engineer = caller(tenant, Role.ENGINEER);
    viewer = caller(tenant, Role.VIEWER);
  }

  private ApiCaller caller(UUID tenant, Role role) {
    return new ApiCaller(
        port, Tenant.call(tenant, () -> tokens.create(role.name(), role, null, Role.OWNER)));
  }

  @Test
  void isWrittenTriedActivatedAndRetired() {
    var made = engineer.post(ALL, Map.of("id", "own-walk", "source", SOURCE));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String path = ALL + "/own-walk";
    assertThat(made.headers().firstValue("Location")).contains(path);
    assertThat(owner.post(path + ":activate", Map.of()).statusCode()).isEqualTo(422);
    assertThat(owner.get("/api/v1/checks/own-walk").statusCode()).isEqualTo(404);

    var tried = engineer.post(path + ":try", Map.of("cluster", cluster));
    assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
    assertThat(data(tried).path("state").asString("")).isEqualTo("ASSESSED");
    assertThat(data(tried).path("tally").path("failed").asInt()).isPositive();
    assertThat(data(tried).path("failing").path(0).path("messages").path(0).asString(""))
        .endsWith("names no owner");
    assertThat(data(tried).at("/cost/steps").asLong()).isPositive();
    assertThat(data(tried).at("/cost/most").asLong()).isPositive();
    assertThat(data(tried).at("/cost/allowedEach").asLong()).isEqualTo(2_000_000);
    assertThat(data(viewer.get(path)).at("/trial/cost/allowed").asLong()).isEqualTo(50_000_000);
    assertThat(data(viewer.get(path)).path("proven").asBoolean()).isTrue();

    assertThat(engineer.post(path + ":activate", Map.of()).statusCode()).isEqualTo(403);
    assertThat(data(owner.post(path + ":activate", Map.of())).path("state").asString(""))
        .isEqualTo("ACTIVE");
    assertThat(data(viewer.get("/api/v1/checks/own-walk")).path("title").asString(""))
        .isEqualTo("Workload names no owner");
    assertThat(owner.change("DELETE", path, "").statusCode()).isEqualTo(422);
    assertThat(data(owner.post(path + ":retire", Map.of())).path("state").asString(""))
        .isEqualTo("RETIRED");
    assertThat(viewer.get(ALL).body()).contains("own-walk");
  }

  @Test
  void fixturesComeBackAsTheyWereSentAndSayWhetherTheyHold() {
    String source =
        SOURCE
            + """
            # kept
            fail: |
              # ! Deployment names an owner
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: web}
              spec: {template: {spec: {containers: [{name: web}]}}}
            """;
    var made = engineer.post(ALL, Map.of("id", "own-fixed", "source", source));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(data(made).path("source").asString("")).isEqualTo(source);
    assertThat(data(made).at("/fixtures/hold").asBoolean(true)).isFalse();
    assertThat(data(made).at("/fixtures/words/0").asString(""))
        .isEqualTo("fail: announced, but not found: Deployment names an owner");
    String path = ALL + "/own-fixed";
    engineer.post(path + ":try", Map.of("cluster", cluster));
    assertThat(data(viewer.get(path)).path("ready").asBoolean(true)).isFalse();
    assertThat(owner.post(path + ":activate", Map.of()).body()).contains("do not hold");
    var mended = Map.of("source", source.replace("names an", "names no"));
    var changed = engineer.change("PUT", path, mended);
    assertThat(data(changed).at("/fixtures/hold").asBoolean(false)).isTrue();
    assertThat(data(changed).at("/fixtures/cost/steps").asLong()).isPositive();
  }

  @Test
  void namesEveryMistakeByFieldLineAndColumn() {
    String wrong = SOURCE.replace("w.metadata", "w.\n      metdata");
    var refused = owner.post(ALL, Map.of("id", "own-wrong", "source", wrong));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    var error = json(refused).path("errors").path(0);
    assertThat(error.path("pointer").asString("")).isEqualTo("/source");
    assertThat(error.path("field").asString("")).isEqualTo("offenders");
    assertThat(error.path("line").asInt()).isPositive();
    assertThat(error.path("column").asInt()).isPositive();
    assertThat(error.path("fileLine").asInt()).isGreaterThanOrEqualTo(8);
    assertThat(error.path("detail").asString("")).contains("metdata");
  }

  @Test
  void isChangedAndDeletedOnlyAsItWasRead() {
    owner.post(ALL, Map.of("id", "own-read", "source", SOURCE));
    String path = ALL + "/own-read";
    var body = Map.of("source", SOURCE.replace("high", "low"));
    assertThat(owner.send("PUT", path, body, Map.of()).statusCode()).isEqualTo(428);
    assertThat(owner.send("PUT", path, body, Map.of("If-Match", "\"x\"")).statusCode())
        .isEqualTo(412);
    assertThat(owner.change("PUT", path, body).statusCode()).isEqualTo(200);
    assertThat(data(owner.get(path)).path("source").asString("")).contains("severity: low");
    assertThat(viewer.change("PUT", path, body).statusCode()).isEqualTo(403);
    assertThat(owner.change("DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(owner.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void refusesWhatIsHostile() {
    var large = owner.post(ALL, Map.of("id", "own-large", "source", "x".repeat(10_000_000)));
    assertThat(large.statusCode()).isBetween(400, 499);
    for (String body : new String[] {"null", "{}", "{\"id\": null, \"source\": null}", "[]"}) {
      assertThat(owner.send("POST", ALL, body, Map.of()).statusCode()).as(body).isBetween(400, 499);
    }
    for (String id : new String[] {"pod-privileged", "own-\u0000", "own-../x", "OWN-X"}) {
      assertThat(owner.post(ALL, Map.of("id", id, "source", SOURCE)).statusCode())
          .as(id)
          .isEqualTo(422);
    }
    assertThat(owner.get(ALL + "/own-%00").statusCode()).isBetween(400, 499);
    assertThat(owner.post(ALL + "/own-none:try", Map.of("cluster", cluster)).statusCode())
        .isEqualTo(404);
  }
}
