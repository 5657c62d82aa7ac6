package dev.plumbline.web.api.comparisons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.scan.SampleData;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.Visitor;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Comparisons over the API and as a page, on the sample clusters. */
@PlumblineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparisonsIntegrationTests {

  private static final String PASSWORD = "a long enough password";

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired ApiTokens tokens;
  @Autowired SampleData sample;
  @Autowired Scans scans;
  @Autowired Findings findings;
  @Autowired JsonMapper json;
  @LocalServerPort int port;

  private UUID tenant;
  private String token;
  private Visitor visitor;
  private List<Scan> latest;

  @BeforeAll
  void load() {
    var owner = people.register(UUID.randomUUID() + "@example.org", "Mira", PASSWORD);
    tenant = organisations.found("Compared", owner).id();
    Tenant.run(tenant, sample::load);
    token = Tenant.call(tenant, () -> tokens.create("api", Role.VIEWER, null, Role.OWNER));
    latest = Tenant.call(tenant, () -> scans.fleet(Optional.empty()).scans());
    visitor = new Visitor(port);
    visitor.signIn(owner.email(), PASSWORD);
  }

  @Test
  void whatIsGainedAndLostIsTheDifferenceOfWhatFails() {
    Instant then = Instant.now().minus(Duration.ofDays(20));
    JsonNode found = compared("aAt=" + then);
    long gained = found.get("gained").get("total").asLong();
    long lost = found.get("lost").get("total").asLong();
    assertThat(gained - lost).isEqualTo(failing(Optional.empty()) - failing(Optional.of(then)));
    assertThat(gained + lost).isPositive();
    assertThat(found.get("lost").get("findings")).hasSize((int) lost);
    assertThat(found.get("controls")).isNotEmpty();
  }

  @Test
  void everyListIsPagedThroughAtTheSameInstants() {
    JsonNode found = compared("aAt=" + Instant.now().minus(Duration.ofDays(20)));
    for (String list : List.of("gained", "lost", "changed")) {
      JsonNode whole = found.get(list);
      var seen = new ArrayList<String>();
      String next = "";
      do {
        var page = got(whole.get("all").asString() + "&limit=3" + next);
        assertThat(page.at("/page/total").asLong()).isEqualTo(whole.get("total").asLong());
        page.get("data").forEach(one -> seen.add(one.get("id").asString()));
        String cursor = page.at("/page/next").asString("");
        next = cursor.isEmpty() ? "" : "&cursor=" + cursor;
      } while (!next.isEmpty());
      var shown = new ArrayList<String>();
      whole.get("findings").forEach(one -> shown.add(one.get("id").asString()));
      assertThat(seen).as(list).doesNotHaveDuplicates().hasSize(whole.get("total").asInt());
      assertThat(seen.subList(0, shown.size())).isEqualTo(shown);
      assertThat(whole.get("cut").asBoolean()).isEqualTo(seen.size() > shown.size());
    }
  }

  private long failing(Optional<Instant> at) {
    return Tenant.call(tenant, () -> findings.count(FindingFilter.ALL.at(at)));
  }

  @Test
  void theBridgeLeadsFromOneScoreToTheOther() {
    JsonNode found = compared("aAt=" + Instant.now().minus(Duration.ofDays(20)));
    BigDecimal steps = BigDecimal.ZERO;
    for (JsonNode step : found.get("bridge").get("steps")) {
      steps = steps.add(step.get("points").decimalValue());
    }
    BigDecimal difference =
        found
            .get("b")
            .get("score")
            .decimalValue()
            .subtract(found.get("a").get("score").decimalValue());
    assertThat(steps.subtract(difference).abs()).isLessThan(new BigDecimal("0.001"));
  }

  @Test
  void thereAndBackIsTheSameTheOtherWayRound() {
    String then = Instant.now().minus(Duration.ofDays(20)).toString();
    String now = Instant.now().toString();
    JsonNode there = compared("aAt=" + then + "&bAt=" + now);
    JsonNode back = compared("aAt=" + now + "&bAt=" + then);
    assertThat(back.get("gained").get("total")).isEqualTo(there.get("lost").get("total"));
    assertThat(back.get("changed").get("total")).isEqualTo(there.get("changed").get("total"));
    assertThat(back.get("bridge").get("difference").asString())
        .isNotEqualTo(there.get("bridge").get("difference").asString());
  }

  @Test
  void twoClustersHaveNoBridgeAndAreHeldTogetherByTheNamesOfTheirObjects() {
    JsonNode found = compared("a=" + latest.get(0).cluster() + "&b=" + latest.get(1).cluster());
    assertThat(found.has("bridge") && !found.get("bridge").isNull()).isFalse();
    long a = sum(found.get("a").get("failing"));
    long b = sum(found.get("b").get("failing"));
    long gained = found.get("gained").get("total").asLong();
    assertThat(gained - found.get("lost").get("total").asLong()).isEqualTo(b - a);
    assertThat(gained).as("both run the same system workloads").isLessThan(b);
  }

  private static long sum(JsonNode counts) {
    long sum = 0;
    for (JsonNode count : counts) {
      sum += count.asLong();
    }
    return sum;
  }

  @Test
  void twoScansAreTheirClusterAtTheirInstants() {
    Scan scan = latest.getFirst();
    JsonNode found = compared("a=" + scan.id() + "&b=" + scan.id());
    assertThat(found.get("gained").get("total").asLong()).isZero();
    assertThat(found.get("bridge").get("difference").asString()).isEqualTo("0");
    assertThat(found.get("a").get("cluster").asString()).isEqualTo(scan.cluster().toString());
  }

  @Test
  void whatCannotBeComparedIsNamed() {
    assertThat(asked("aAt=yesterday").statusCode()).isIn(400, 422);
    assertThat(asked("aAt=yesterday").body()).contains("aAt");
    assertThat(asked("a=nothing-like-it").statusCode()).isEqualTo(404);
    assertThat(asked("since=7d").statusCode()).isEqualTo(400);
  }

  @Test
  void thePageShowsBothSidesWithoutAnythingAsked() {
    var page = visitor.get("/t/compared/compare");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("What moved the score", "Gained:", "Controls that changed");
  }

  private JsonNode compared(String query) {
    var answer = asked(query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body()).get("data");
  }

  private JsonNode got(String address) {
    var answer = new Visitor(port).get(address, "Authorization", "Bearer " + token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> asked(String query) {
    return new Visitor(port)
        .get("/api/v1/comparisons?" + query, "Authorization", "Bearer " + token);
  }
}
