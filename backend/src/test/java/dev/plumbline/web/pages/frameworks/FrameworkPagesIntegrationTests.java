package dev.plumbline.web.pages.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.FrameworkScore;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.compliance.Standings;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.HandedIn;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.Visitor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlumblineTest
class FrameworkPagesIntegrationTests {

  private static final String PASSWORD = "nine plain words nobody else has";
  private static final String PRIVILEGED =
      """
      {"apiVersion": "v1", "kind": "PodList", "metadata": {}, "items": [
        {"apiVersion": "v1", "kind": "Pod",
         "metadata": {"name": "shop", "namespace": "web", "uid": "1"},
         "spec": {"containers": [
           {"name": "c", "image": "shop:1", "securityContext": {"privileged": true}}]}}]}
      """;

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Clusters clusters;
  @Autowired Scans scans;
  @Autowired Standings standings;
  @Autowired Frameworks frameworks;
  @LocalServerPort int port;

  private Organisation organisation;
  private Visitor visitor;
  private String base;

  @BeforeEach
  void signIn() {
    String email = UUID.randomUUID() + "@example.org";
    organisation = organisations.found("Framed", people.register(email, "Mira Okafor", PASSWORD));
    visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    base = "/t/" + organisation.slug();
  }

  @Test
  void withoutAScanEveryTreeStandsAndNothingPasses() {
    for (var framework : Tenant.call(organisation.id(), frameworks::all)) {
      var answer = visitor.get(base + "/frameworks/" + framework.id());
      assertThat(answer.statusCode()).as(framework.id()).isEqualTo(200);
      assertThat(answer.body()).contains("0 of").contains("/controls/" + framework.id() + "/");
    }
    assertThat(visitor.get(base + "/frameworks").body()).contains("Never scanned");
  }

  @Test
  void aFindingFailsTheControlsThatWantItsCheck() {
    scanned();
    assertThat(visitor.get(base + "/frameworks").body()).contains("yard").contains("1 fail");
    assertThat(visitor.get(base + "/frameworks/pss-baseline?cluster=yard").body())
        .contains("Container runs privileged");
    assertThat(visitor.get(base + "/controls/cis-1.12/5.2.2").body())
        .contains("Failing")
        .contains("check:pod-privileged".replace(":", "%3A"));
  }

  @Test
  void oneBenchmarkCountsAndTheOthersSayWhichDoes() {
    scanned();
    assertThat(visitor.get(base + "/frameworks").body())
        .contains("Other benchmarks")
        .contains("Its version was not read; the newest edition is used.");
    assertThat(visitor.get(base + "/frameworks/cis-2.0.1?cluster=yard").body())
        .contains("Nearest used.");
    assertThat(visitor.get(base + "/frameworks/cis-1.12?cluster=yard").body())
        .contains("Another benchmark counts for yard.");
    assertThat(visitor.get(base + "/clusters/yard").body())
        .contains("CIS benchmark")
        .contains("/frameworks/cis-2.0.1?cluster=yard");
  }

  @Test
  void beforeTheScanNothingWasKnown() {
    Scan scan = scanned();
    Instant before = scan.takenAt().orElseThrow().minusSeconds(60);
    assertThat(visitor.get(base + "/frameworks?at=" + before).body()).doesNotContain("1 fail");
  }

  @Test
  void everyScanKeepsWhereFrameworksStood() {
    Scan scan = scanned();
    var kept = Tenant.call(organisation.id(), () -> standings.latest(scan.takenAt().orElseThrow()));
    assertThat(kept).allMatch(one -> one.scan().equals(scan.id()));
    assertThat(kept)
        .extracting(FrameworkScore::framework)
        .filteredOn(id -> id.startsWith("cis-"))
        .containsExactly(
            frameworks.benchmark(scan.distribution(), scan.serverVersion()).framework().id());
  }

  @Test
  void whatIsAttestedIsShownUntilWithdrawn() {
    String page = base + "/controls/pci-dss-4.0.1/1.1.1";
    assertThat(visitor.get(page).body()).contains("Attest</h2>").contains(">Open<");
    var made =
        visitor.post(
            page + "/attestations",
            Map.of("statement", "<b>kept</b>", "evidence", "wiki", "until", day(30)));
    assertThat(made.statusCode()).isEqualTo(302);
    String after = visitor.get(page).body();
    assertThat(after).contains("Attested to").contains("&lt;b&gt;kept").doesNotContain("<b>kept");
    var withdraw = java.util.regex.Pattern.compile("/attestations/[0-9a-f-]{36}/withdraw");
    var address = withdraw.matcher(after);
    assertThat(address.find()).isTrue();
    assertThat(visitor.post(page + address.group(), Map.of()).statusCode()).isEqualTo(302);
    assertThat(visitor.get(page).body()).contains("Withdrawn").contains(">Open<");
  }

  @Test
  void whatCannotBeAttestedIsSaidBesideItsField() {
    String page = base + "/controls/pci-dss-4.0.1/1.1.1";
    visitor.get(page);
    var late =
        visitor.post(
            page + "/attestations",
            Map.of("statement", "Kept.", "evidence", "wiki", "until", day(3000)));
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("one year at most");
    var none = visitor.post(page + "/attestations", Map.of("statement", "Kept.", "until", "soon"));
    assertThat(none.body()).contains("Name the last day it holds.");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String path :
        List.of(
            "/frameworks/none",
            "/frameworks/gdpr?cluster=none",
            "/controls/gdpr/none",
            "/controls/none/1")) {
      assertThat(visitor.get(base + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  private Scan scanned() {
    return Tenant.call(
        organisation.id(),
        () ->
            HandedIn.scan(scans, clusters.registerOffline("yard").id(), Instant.now(), PRIVILEGED));
  }

  private static String day(int later) {
    return LocalDate.now(ZoneOffset.UTC).plusDays(later).toString();
  }
}
