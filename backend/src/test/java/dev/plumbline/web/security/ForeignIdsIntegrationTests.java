package dev.plumbline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.scan.SampleData;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.ApiCaller;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.StatementGuard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Time may not tell another tenant's id from one that nobody has: both run the same statements, in
 * number, order and text.
 */
@PlumblineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignIdsIntegrationTests {

  private static final String PASSWORD = "nine plain words nobody else has";
  private static final int CALLS = 100;

  /** What the clock asks for, whatever is called. */
  private static final Pattern HOUSEKEEPING =
      Pattern.compile("spring_session|^update api_token", Pattern.CASE_INSENSITIVE);

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired ApiTokens tokens;
  @Autowired SampleData sample;
  @Autowired Clusters clusters;
  @Autowired Scans scans;
  @Autowired Findings findings;
  @LocalServerPort int port;

  private ApiCaller caller;
  private final Map<String, String> foreign = new LinkedHashMap<>();

  @BeforeAll
  void fillAnotherTenant() {
    Organisation own = found("Own");
    caller =
        new ApiCaller(
            port,
            Tenant.call(own.id(), () -> tokens.create("owner", Role.OWNER, null, Role.OWNER)));
    Tenant.run(
        found("Other").id(),
        () -> {
          sample.load();
          var cluster = clusters.list().getFirst();
          var finding = findings.page(FindingFilter.ALL, null, 1).findings().getFirst();
          String scan = scans.ofCluster(cluster.id(), 1).getFirst().id().toString();
          foreign.put("GET /api/v1/clusters/%s", cluster.id().toString());
          foreign.put("GET /api/v1/clusters/%s/objects", cluster.id().toString());
          foreign.put("GET /api/v1/clusters/%s/scans", cluster.id().toString());
          foreign.put("POST /api/v1/clusters/%s/scans", cluster.id().toString());
          foreign.put("DELETE /api/v1/clusters/%s", cluster.id().toString());
          foreign.put("GET /api/v1/scans/%s", scan);
          foreign.put("GET /api/v1/scans/%s/checks", scan);
          foreign.put("POST /api/v1/scans/%s/cancel", scan);
          foreign.put("GET /api/v1/findings/%s", finding.id().toString());
          foreign.put("GET /api/v1/findings/%s/history", finding.id().toString());
          foreign.put("GET /api/v1/objects/%s", finding.subject().id(finding.cluster()).toString());
        });
    caller.get("/api/v1/checks?limit=1");
  }

  private Organisation found(String name) {
    return organisations.found(
        name, people.register(UUID.randomUUID() + "@example.org", name, PASSWORD));
  }

  private int call(String route, String id) {
    String[] parts = route.split(" ");
    return caller
        .send(parts[0], parts[1].formatted(id), Map.of(), Map.of("If-Match", "\"x\""))
        .statusCode();
  }

  private List<String> statements(String route, String id) {
    return StatementGuard.during(() -> assertThat(call(route, id)).isEqualTo(404)).stream()
        .filter(statement -> !HOUSEKEEPING.matcher(statement).find())
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> bothRunTheSameStatements() {
    return foreign.entrySet().stream()
        .map(one ->
            DynamicTest.dynamicTest(
                one.getKey(),
                () -> {
                  var theirs = statements(one.getKey(), one.getValue());
                  assertThat(theirs).hasSizeGreaterThan(2);
                  assertThat(theirs)
                      .isEqualTo(statements(one.getKey(), Ids.next().toString()))
                      .isEqualTo(statements(one.getKey(), UUID.randomUUID().toString()));
                }));
  }

  /** The times are published, not judged: they are the machine's. */
  @Test
  void hundredsOfCallsRunTheSameStatements(TestReporter reporter) {
    String route = "GET /api/v1/clusters/%s";
    String id = foreign.get(route);
    var theirs = new ArrayList<Long>();
    var nobodys = new ArrayList<Long>();
    var expected = statements(route, id);
    for (int call = 0; call < CALLS; call++) {
      assertThat(timed(theirs, route, id)).isEqualTo(expected);
      assertThat(timed(nobodys, route, Ids.next().toString())).isEqualTo(expected);
    }
    reporter.publishEntry(
        "median of a foreign id ÷ median of a random one",
        "%.3f".formatted((double) median(theirs) / median(nobodys)));
  }

  private List<String> timed(List<Long> times, String route, String id) {
    long begun = System.nanoTime();
    var statements = statements(route, id);
    times.add(System.nanoTime() - begun);
    return statements;
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }
}
