package dev.plumbline.web.api;

import static dev.plumbline.testing.ApiCaller.data;
import static dev.plumbline.testing.ApiCaller.etag;
import static dev.plumbline.testing.ApiCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.ApiCaller;
import dev.plumbline.testing.PlumblineTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlumblineTest
class ConventionsIntegrationTests {

  private static final String CLUSTERS = "/api/v1/clusters";

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired ApiTokens tokens;
  @LocalServerPort int port;

  private ApiCaller owner;

  @BeforeEach
  void foundAnOrganisation() {
    owner = caller();
  }

  private ApiCaller caller() {
    var person =
        people.register(
            UUID.randomUUID() + "@example.org", "Mira", "nine plain words nobody else has");
    var organisation = organisations.found("Api", person);
    return new ApiCaller(
        port,
        Tenant.call(organisation.id(), () -> tokens.create("owner", Role.OWNER, null, Role.OWNER)));
  }

  private String register(String name) {
    return CLUSTERS
        + "/"
        + data(owner.post(CLUSTERS, Map.of("name", name))).path("id").asString("");
  }

  @Test
  void anUnknownQueryParameterIsRefusedWithTheNearestName() {
    var refused = owner.get("/api/v1/findings?limt=5");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(json(refused).path("detail").asString(""))
        .isEqualTo("There is no query parameter limt here. Did you mean limit?");
    assertThat(json(refused).path("errors").path(0).path("parameter").asString(""))
        .isEqualTo("limt");
  }

  @Test
  void anUnknownQueryParameterIsRefusedOnSingleReadsAndWritesToo() {
    String cluster = register("one");
    assertThat(owner.get(cluster + "?fields=name").body()).contains("fields", "It takes none.");
    var patched =
        owner.send(
            "PATCH", cluster + "?dryRun=true", Map.of("paused", true), Map.of("If-Match", "*"));
    assertThat(patched.statusCode()).isEqualTo(400);
    assertThat(data(owner.get(cluster)).path("paused").asBoolean()).isFalse();
    assertThat(owner.get("/api/v1/checks?severity=high").body()).contains("cursor, limit");
  }

  @Test
  void aWrongValueOfAQueryParameterNamesTheParameter() {
    for (String wrong : List.of("0", "201", "-1", "x", "99999999999")) {
      var refused = owner.get("/api/v1/checks?limit=" + wrong);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(json(refused).path("errors").path(0).path("parameter").asString(""))
          .isEqualTo("limit");
    }
    assertThat(json(owner.get("/api/v1/findings?at=soon")).path("errors").toString())
        .contains("\"at\"");
    assertThat(owner.get("/api/v1/findings?q=colour:red").statusCode()).isEqualTo(400);
  }

  @Test
  void everyEntryOfAListIsOnExactlyOnePage() {
    var all = new ArrayList<String>();
    String path = "/api/v1/frameworks/hipaa-security-rule/controls?limit=10";
    int pages = 0;
    while (!path.isEmpty()) {
      var answer = owner.get(path);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      data(answer).forEach(control -> all.add(control.path("id").asString("")));
      assertThat(json(answer).path("page").path("total").asInt()).isEqualTo(72);
      path = next(answer);
      pages++;
    }
    assertThat(pages).isEqualTo(8);
    assertThat(all).hasSize(72).doesNotHaveDuplicates();
  }

  private static String next(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Link")
        .map(link -> link.substring(1, link.indexOf('>')))
        .orElse("");
  }

  @Test
  void aListGoesOnAfterTheLastEntryEvenWhenOthersCameBefore() {
    register("b");
    register("c");
    var first = owner.get(CLUSTERS + "?limit=1");
    register("a");
    assertThat(data(owner.get(next(first))).path(0).path("name").asString("")).isEqualTo("c");
  }

  @Test
  void aCursorHoldsForItsTenantAndItsFiltersOnly() {
    register("a");
    register("b");
    String cursor = json(owner.get(CLUSTERS + "?limit=1")).path("page").path("next").asString("");
    assertThat(owner.get(CLUSTERS + "?limit=2&cursor=" + cursor).statusCode()).isEqualTo(200);
    var others = caller();
    for (var refused :
        List.of(
            others.get(CLUSTERS + "?cursor=" + cursor),
            owner.get("/api/v1/checks?cursor=" + cursor),
            owner.get("/api/v1/findings?q=severity%3Ahigh&cursor=" + cursor),
            owner.get(CLUSTERS + "?cursor=" + cursor.substring(1)),
            owner.get(CLUSTERS + "?cursor=%00"))) {
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(json(refused).path("errors").path(0).path("parameter").asString(""))
          .isEqualTo("cursor");
    }
  }

  @Test
  void anAnswerThatIsKnownIsNotSentAgain() {
    String cluster = register("one");
    for (String path : List.of(cluster, CLUSTERS)) {
      var read = owner.get(path);
      assertThat(etag(read)).matches(path.equals(cluster) ? "\"[\\w-]+\"" : "W/\"[\\w-]+\"");
      var again = owner.send("GET", path, "", Map.of("If-None-Match", "\"x\", " + etag(read)));
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(owner.send("GET", path, "", Map.of("If-None-Match", "\"x\"")).body())
          .isEqualTo(read.body());
    }
  }

  @Test
  void theSameAddressHasAnotherETagForAnotherTenant() {
    register("one");
    var others = caller();
    assertThat(data(others.post(CLUSTERS, Map.of("name", "one"))).path("alias").asString(""))
        .isEqualTo("one");
    assertThat(etag(owner.get(CLUSTERS + "/one")))
        .isNotEqualTo(etag(others.get(CLUSTERS + "/one")));
  }

  @Test
  void aChangeNeedsTheStateItWasMadeFrom() {
    String cluster = register("one");
    var change = Map.of("intervalMinutes", 60);
    assertThat(owner.send("PATCH", cluster, change, Map.of()).statusCode()).isEqualTo(428);
    assertThat(owner.send("DELETE", cluster, "", Map.of()).statusCode()).isEqualTo(428);
    String read = etag(owner.get(cluster));
    var changed = owner.send("PATCH", cluster, change, Map.of("If-Match", read));
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(etag(changed)).isNotEqualTo(read).isEqualTo(etag(owner.get(cluster)));
    var stale = owner.send("PATCH", cluster, Map.of("name", "x"), Map.of("If-Match", read));
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(json(stale).path("errors").path(0).path("header").asString(""))
        .isEqualTo("If-Match");
    assertThat(owner.send("DELETE", cluster, "", Map.of("If-Match", read)).statusCode())
        .isEqualTo(412);
    assertThat(data(owner.get(cluster)).path("name").asString("")).isEqualTo("one");
    assertThat(owner.change("DELETE", cluster, "").statusCode()).isEqualTo(204);
  }

  @Test
  void ofManyChangesAtOnceOneIsDone() throws Exception {
    String cluster = register("one");
    String read = etag(owner.get(cluster));
    var calls = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 8; i++) {
      var change = Map.of("intervalMinutes", 60 + i);
      calls.add(() -> owner.send("PATCH", cluster, change, Map.of("If-Match", read)).statusCode());
    }
    var answers = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).containsOnlyOnce(200).filteredOn(status -> status == 412).hasSize(7);
  }
}
