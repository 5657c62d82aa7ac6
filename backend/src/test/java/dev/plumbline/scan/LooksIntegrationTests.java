package dev.plumbline.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.HandedIn;
import dev.plumbline.testing.PlumblineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlumblineTest
class LooksIntegrationTests {

  private static final Instant MORNING = Instant.parse("2026-06-01T08:00:00Z");
  private static final ObjectKey WEB = new ObjectKey(new Kind("apps", "Deployment"), "shop", "web");

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Clusters clusters;
  @Autowired Scans scans;
  @Autowired Looks looks;

  @Test
  void factsAreThoseOfTheScanThatHeldAtAnInstant() {
    Tenant.run(
        organisation(),
        () -> {
          UUID cluster = clusters.registerOffline("yard").id();
          assertThat(looks.of(cluster, Optional.empty())).isEmpty();
          scanned(cluster, MORNING, "ClusterIP");
          scanned(cluster, MORNING.plus(Duration.ofDays(1)), "LoadBalancer");
          Look before = looks.of(cluster, Optional.of(MORNING.plusSeconds(60))).orElseThrow();
          Look now = looks.of(cluster, Optional.empty()).orElseThrow();
          assertThat(before.reach().waysSeen(WEB)).isEmpty();
          assertThat(now.reach().waysSeen(WEB)).hasSize(1);
          assertThat(looks.of(cluster, Optional.of(MORNING.minusSeconds(60)))).isEmpty();
          assertThat(looks.of(cluster, Optional.empty())).as("kept").containsSame(now);
        });
  }

  @Test
  void aPodLeadsToItsWorkloadAndWhatWasNotReadIsUnknown() {
    Tenant.run(
        organisation(),
        () -> {
          UUID cluster = clusters.registerOffline("yard").id();
          scanned(cluster, MORNING, "ClusterIP");
          Look look = looks.of(cluster, Optional.empty()).orElseThrow();
          assertThat(look.find("shop", "Pod", "web-1-a")).contains(WEB);
          assertThat(look.find("shop", "ReplicaSet", "web-1")).contains(WEB);
          assertThat(look.find("bank", "Pod", "web-1-a")).isEmpty();
          assertThat(look.workloads().get(WEB)).isEqualTo(new Look.Unit(WEB, 1));
          assertThat(look.fact("image", "Workload", WEB))
              .isEqualTo(new Answer.Unknown<>(Coverage.State.NOT_READ, "CronJob: not read"));
          assertThat(look.fact("none", "Workload", WEB)).isInstanceOf(Answer.Unknown.class);
        });
  }

  @Test
  void anotherOrganisationSeesNothingOfIt() {
    UUID cluster =
        Tenant.call(
            organisation(),
            () -> {
              UUID own = clusters.registerOffline("yard").id();
              scanned(own, MORNING, "ClusterIP");
              assertThat(looks.of(own, Optional.empty())).isPresent();
              return own;
            });
    Tenant.run(organisation(), () -> assertThat(looks.of(cluster, Optional.empty())).isEmpty());
  }

  private UUID organisation() {
    var owner = people.register(UUID.randomUUID() + "@example.org", "O", "a long enough one");
    return organisations.found("Looked", owner).id();
  }

  private void scanned(UUID cluster, Instant at, String service) {
    HandedIn.scan(scans, cluster, at, dump(service));
  }

  private static String dump(String service) {
    return """
    {"apiVersion": "v1", "kind": "List", "items": [
      {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop"}},
      {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "shop"},
       "spec": {"template": {"metadata": {"labels": {"app": "web"}}, "spec": {"containers": [{"name": "c"}]}}}},
      {"apiVersion": "apps/v1", "kind": "ReplicaSet", "metadata": {"name": "web-1", "namespace": "shop",
        "ownerReferences": [{"apiVersion": "apps/v1", "kind": "Deployment", "name": "web", "controller": true}]}},
      {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web-1-a", "namespace": "shop", "labels": {"app": "web"},
        "ownerReferences": [{"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": "web-1", "controller": true}]},
       "spec": {"containers": [{"name": "c", "image": "registry.example/web:1"}]}},
      {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "shop"},
       "spec": {"type": "%s", "selector": {"app": "web"}, "ports": [{"port": 80}]}}]}
    """
        .formatted(service);
  }
}
