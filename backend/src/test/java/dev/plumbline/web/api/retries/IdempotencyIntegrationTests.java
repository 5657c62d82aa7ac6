package dev.plumbline.web.api.retries;

import static dev.plumbline.testing.ApiCaller.data;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.ApiCaller;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlumblineTest
class IdempotencyIntegrationTests {

  private static final String CLUSTERS = "/api/v1/clusters";

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired ApiTokens tokens;
  @Autowired IdempotencyKeys keys;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;
  @Autowired TestClock clock;
  @LocalServerPort int port;

  private Organisation organisation;
  private ApiCaller owner;

  @BeforeEach
  void foundAnOrganisation() {
    organisation =
        organisations.found(
            "Twice",
            people.register(
                UUID.randomUUID() + "@example.org", "Mira", "nine plain words nobody else has"));
    owner = caller("owner");
  }

  private ApiCaller caller(String name) {
    return new ApiCaller(
        port,
        Tenant.call(organisation.id(), () -> tokens.create(name, Role.OWNER, null, Role.OWNER)));
  }

  private static HttpResponse<String> post(ApiCaller caller, String key, String name) {
    return caller.send("POST", CLUSTERS, Map.of("name", name), Map.of("Idempotency-Key", key));
  }

  private int clusters() {
    return data(owner.get(CLUSTERS)).size();
  }

  private int rows() {
    return Tenant.call(
        organisation.id(),
        () ->
            transaction.execute(
                status -> jdbc.queryForList("select 1 from idempotency_key").size()));
  }

  @Test
  void aCallThatIsSentAgainIsAnsweredTheSameAndMakesNothing() {
    var first = post(owner, "k-1", "prod");
    var again = post(owner, "k-1", "prod");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"))
        .isPresent();
    assertThat(again.headers().firstValue("Content-Type"))
        .isEqualTo(first.headers().firstValue("Content-Type"));
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(clusters()).isEqualTo(1);
  }

  @Test
  void aKeyWithAnotherBodyIsRefused() {
    post(owner, "k-1", "prod");
    var other = post(owner, "k-1", "test");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(clusters()).isEqualTo(1);
  }

  @Test
  void eachTokenHasKeysOfItsOwn() {
    post(owner, "k-1", "prod");
    var others = post(caller("other"), "k-1", "test");
    assertThat(others.statusCode()).isEqualTo(201);
    assertThat(clusters()).isEqualTo(2);
  }

  @Test
  void aCallThatWasRefusedMayBeMended() {
    assertThat(post(owner, "k-1", "").statusCode()).isEqualTo(422);
    assertThat(rows()).isZero();
    assertThat(post(owner, "k-1", "prod").statusCode()).isEqualTo(201);
  }

  @Test
  void ofManyEqualCallsAtOnceOneMakesSomething() throws Exception {
    var calls = new ArrayList<Callable<HttpResponse<String>>>();
    for (int i = 0; i < 8; i++) {
      calls.add(() -> post(owner, "k-1", "prod"));
    }
    var made = new HashSet<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(calls)) {
        assertThat(answer.get().statusCode()).isIn(201, 409);
        if (answer.get().statusCode() == 201) {
          made.add(data(answer.get()).path("id").asString(""));
        }
      }
    }
    assertThat(made).hasSize(1);
    assertThat(clusters()).isEqualTo(1);
  }

  @Test
  void aCallThatWasNeverAnsweredIsNotDoneAgainUnseen() {
    post(owner, "k-1", "prod");
    Tenant.run(
        organisation.id(),
        () ->
            transaction.executeWithoutResult(
                status -> jdbc.update("update idempotency_key set status = null, body = null")));
    var again = post(owner, "k-1", "prod");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.headers().firstValue("Retry-After")).isPresent();
    assertThat(clusters()).isEqualTo(1);
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    post(owner, "k-1", "prod");
    clock.advance(IdempotencyKeys.KEPT.minus(Duration.ofMinutes(5)));
    assertThat(post(owner, "k-1", "test").statusCode()).isEqualTo(422);
    clock.advance(Duration.ofMinutes(10));
    assertThat(post(owner, "k-1", "test").statusCode()).isEqualTo(201);
  }

  @Test
  void outdatedKeysArePrunedInBatches() {
    for (String key : List.of("a", "b", "c")) {
      post(owner, key, "cluster " + key);
    }
    clock.advance(IdempotencyKeys.KEPT.plusMinutes(1));
    post(owner, "d", "cluster d");
    int pruned =
        Tenant.call(organisation.id(), () -> keys.prune(2) + keys.prune(2) + keys.prune(2));
    assertThat(pruned).isEqualTo(3);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aKeyNobodyCouldHaveMeantIsRefused() {
    assertThat(post(owner, "x".repeat(256), "prod").statusCode()).isEqualTo(400);
    assertThat(post(owner, "a b", "prod").statusCode()).isEqualTo(400);
    assertThat(clusters()).isZero();
  }
}
