package dev.plumbline.web.pages.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.scan.SampleData;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.web.pages.AsOf;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlumblineTest
class ObjectListIntegrationTests {

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired SampleData sample;
  @Autowired Clusters clusters;
  @Autowired Findings findings;
  @Autowired ObjectList list;

  @Test
  void everyObjectTellsHowManyChecksFailOnIt() {
    var owner =
        people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough password");
    UUID tenant = organisations.found("Listing", owner).id();
    Tenant.run(
        tenant,
        () -> {
          sample.load();
          for (Cluster cluster : clusters.list()) {
            everyDeployment(cluster);
          }
        });
  }

  private void everyDeployment(Cluster cluster) {
    var rows = list.of(cluster, "kind:Deployment", "", AsOf.NOW).rows();
    assertThat(rows).isNotEmpty();
    var failing =
        findings.page(FindingFilter.ALL.inClusters(Set.of(cluster.id())), null, 10_000).findings();
    for (var row : rows) {
      long expected =
          failing.stream()
              .filter(finding -> finding.subject().kind().name().equals("Deployment"))
              .filter(finding -> finding.subject().namespace().equals(row.namespace()))
              .filter(finding -> finding.subject().name().equals(row.name()))
              .count();
      assertThat(row.failing()).as(row.name()).isEqualTo(expected);
    }
  }
}
