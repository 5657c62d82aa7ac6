package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlumblineTest
class NodeReportsIntegrationTests {

  private static final String RUN =
      """
      {"Controls": [{"id": "4", "version": "cis-1.12", "node_type": "node", "tests": [
        {"section": "4.1", "results": [{"test_number": "4.1.1", "status": "PASS"}]}]}]}
      """;

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Clusters clusters;
  @Autowired NodeReports reports;
  @Autowired TestClock clock;

  @Test
  void theLastReportOfEachNodeIsNotForgotten() {
    var owner = people.register(UUID.randomUUID() + "@example.org", "O", "a long enough one");
    Tenant.run(organisations.found("Nodes", owner).id(), this::forgetsWhatIsOver);
  }

  private void forgetsWhatIsOver() {
    UUID cluster = clusters.registerOffline("yard").id();
    Instant first = clock.instant();
    for (int day = 0; day < 3; day++) {
      report(cluster, "one");
      clock.advance(Duration.ofDays(1));
    }
    report(cluster, "two");
    clock.advance(Duration.ofDays(1));
    Instant horizon = first.plus(Duration.ofDays(1)).plusSeconds(1);
    assertThat(reports.forget(horizon, 10)).as("before the second day's").isOne();
    assertThat(seen(cluster, horizon)).containsExactly("one");
    assertThat(reports.forget(clock.instant(), 1)).as("no more than the limit").isOne();
    assertThat(reports.forget(clock.instant(), 10)).isZero();
    assertThat(seen(cluster, clock.instant())).containsExactly("one", "two");
  }

  private List<String> seen(UUID cluster, Instant at) {
    return reports.latest(cluster, at).stream().map(NodeReport::node).toList();
  }

  private void report(UUID cluster, String node) {
    var body = new ByteArrayInputStream(RUN.getBytes(StandardCharsets.UTF_8));
    reports.add(cluster, node, Optional.empty(), body);
  }
}
