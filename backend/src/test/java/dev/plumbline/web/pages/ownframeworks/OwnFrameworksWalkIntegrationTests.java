package dev.plumbline.web.pages.ownframeworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.FrameworkScore;
import dev.plumbline.compliance.Standings;
import dev.plumbline.inventory.collect.Dumps;
import dev.plumbline.inventory.collect.Upload;
import dev.plumbline.report.Report;
import dev.plumbline.report.ReportRequest;
import dev.plumbline.report.Reports;
import dev.plumbline.report.Schedule;
import dev.plumbline.report.Schedules;
import dev.plumbline.scan.JobRunner;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.ApiCaller;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An organisation's own standard on its whole way: written, tried, counted, shown, reported. */
@PlumblineTest
class OwnFrameworksWalkIntegrationTests {

  private static final String PASSWORD = "nine plain words nobody else has";
  private static final String API = "/api/v1/own-frameworks";
  private static final String PODS =
      """
      {"kind": "List", "apiVersion": "v1", "items": [
        {"apiVersion": "v1", "kind": "Pod",
         "metadata": {"name": "shop", "namespace": "web", "uid": "1"},
         "spec": {"containers": [
           {"name": "c", "image": "shop:1", "securityContext": {"privileged": true}}]}}]}
      """;
  private static final String HOUSE =
      """
      # our house
      id: own-house
      name: Rules of the Halvard house
      edition: "2026"
      type: benchmark
      sections:
        - {id: W, topic: Workloads}
      controls:
        - id: W.1
          parent: W
          topic: Nothing is mightier than its node
          kind: evidence
          plus: [pod-privileged]   # the gravest
        # people
        - id: W.2
          parent: W
          topic: The night watch is manned
          kind: manual
          ask: The rota of the month.
      """;

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired ApiTokens tokens;
  @Autowired Clusters clusters;
  @Autowired Scans scans;
  @Autowired Standings standings;
  @Autowired Reports reports;
  @Autowired Schedules schedules;
  @Autowired JobRunner runner;
  @LocalServerPort int port;

  private Organisation organisation;
  private Visitor visitor;
  private ApiCaller owner;
  private String base;

  @BeforeEach
  void signIn() {
    String email = UUID.randomUUID() + "@example.org";
    organisation = organisations.found("House", people.register(email, "Mira Okafor", PASSWORD));
    visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    base = "/t/" + organisation.slug();
    owner = caller(organisation, Role.OWNER);
  }

  @Test
  void anOwnStandardIsScoredShownAndReportedLikeAShippedOne() throws Exception {
    scanned();
    visitor.get(base + "/own-frameworks");
    var made = visitor.post(base + "/own-frameworks/import", Map.of("source", HOUSE));
    assertThat(made.headers().firstValue("Location").orElse(""))
        .endsWith("/own-frameworks/own-house");
    String draft = visitor.get(base + "/own-frameworks/own-house").body();
    assertThat(draft).contains("Draft", "controls over", "# our house");
    assertThat(visitor.get(base + "/frameworks/own-house").statusCode()).isEqualTo(404);
    assertThat(visitor.get(base + "/frameworks").body()).doesNotContain("Halvard");

    visitor.post(base + "/own-frameworks/own-house/publish", Map.of());
    String page = visitor.get(base + "/frameworks/own-house").body();
    assertThat(page)
        .contains("Rules of the Halvard house 2026", "Nothing is mightier", "Failing")
        .contains("Written by this organisation, version 1, revision 1");
    assertThat(visitor.get(base + "/frameworks").body()).contains("Halvard");
    assertThat(visitor.get(base + "/").body()).contains("Halvard");
    assertThat(visitor.get(base + "/controls/own-house/W.2").body()).contains("The rota");
    assertThat(visitor.get(base + "/findings?q=framework%3Aown-house").body()).contains("shop");
    assertThat(owner.get("/api/v1/frameworks/own-house/controls/W.1").body())
        .contains("\"status\":\"FAIL\"");

    Scan again = scanned();
    List<FrameworkScore> kept =
        Tenant.call(organisation.id(), () -> standings.latest(again.takenAt().orElseThrow()));
    assertThat(kept)
        .filteredOn(score -> score.framework().equals("own-house"))
        .singleElement()
        .satisfies(score -> {
          assertThat(score.mappingVersion()).isEqualTo("1, revision 1");
          assertThat(score.counts().fail()).isEqualTo(1);
        });
    assertThat(text(report())).contains("Rules of the Halvard house", "The night watch is manned");

    var stranger =
        organisations.found(
            "Other", people.register(UUID.randomUUID() + "@example.org", "Other", PASSWORD));
    var theirs = caller(stranger, Role.OWNER);
    assertThat(theirs.get("/api/v1/frameworks/own-house").statusCode()).isEqualTo(404);
    assertThat(theirs.get("/api/v1/frameworks").body()).doesNotContain("Halvard");
    assertThat(theirs.get(API + "/own-house").statusCode()).isEqualTo(404);
  }

  @Test
  void overTheApiItIsWrittenTriedChangedPublishedAndRetired() {
    scanned();
    var wrong = owner.post(API, Map.of("source", HOUSE.replace("pod-privileged", "no-such-check")));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("\"line\":13", "no-such-check", "controls[0] W.1");
    assertThat(owner.post(API, Map.of("text", HOUSE)).body()).contains("framework is expected");
    assertThat(owner.post(API, Map.of("source", HOUSE)).statusCode()).isEqualTo(201);
    var preview = owner.post(API + "/own-house:preview", Map.of());
    assertThat(preview.body()).contains("\"FAIL\":1", "\"OPEN\":1", "\"clusters\":1");
    String changed = HOUSE.replace("is manned", "is awake");
    assertThat(
            owner.send("PUT", API + "/own-house", Map.of("source", changed), Map.of()).statusCode())
        .isEqualTo(428);
    assertThat(owner.change("PUT", API + "/own-house", Map.of("source", changed)).statusCode())
        .isEqualTo(200);
    assertThat(owner.get(API + "/own-house/revisions/1/yaml").body()).isEqualTo(HOUSE);
    assertThat(owner.post(API + "/own-house:publish", Map.of()).body())
        .contains("\"state\":\"PUBLISHED\"", "\"inForce\":2");
    assertThat(owner.get("/api/v1/frameworks/own-house/yaml").body()).contains("is awake");
    assertThat(owner.change("DELETE", API + "/own-house", Map.of()).body())
        .contains("retire it instead");
    Tenant.run(
        organisation.id(),
        () ->
            schedules.create(
                new Schedule.Draft(
                    "W", "own-house", List.of(), "0 7 * * 1", "UTC", List.of(), true, true)));
    assertThat(owner.get(API + "/own-house").body()).contains("1 schedule of reports");
    assertThat(owner.post(API + "/own-house:retire", Map.of()).body())
        .contains("\"state\":\"RETIRED\"");
    assertThat(owner.get("/api/v1/frameworks/own-house").statusCode()).isEqualTo(404);
  }

  @Test
  void anEngineerDraftsAndDoesNotPublish() {
    var engineer = caller(organisation, Role.ENGINEER);
    assertThat(engineer.post(API, Map.of("source", HOUSE)).statusCode()).isEqualTo(201);
    assertThat(engineer.post(API + "/own-house:publish", Map.of()).statusCode()).isEqualTo(403);
    assertThat(caller(organisation, Role.VIEWER).post(API, Map.of("source", HOUSE)).statusCode())
        .isEqualTo(403);
  }

  @Test
  void whatIsWrongStandsBesideTheTextThatWasTyped() {
    visitor.get(base + "/own-frameworks");
    visitor.post(base + "/own-frameworks", Map.of("name", "Rules of ours", "id", "own-house"));
    visitor.get(base + "/own-frameworks/own-house");
    var answer =
        visitor.post(
            base + "/own-frameworks/own-house",
            Map.of("revision", "1", "source", HOUSE.replace("kind: manual", "kind: perhaps")));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Line 18, column 5", "does not know &quot;perhaps&quot;", "kind: perhaps");
    var stale =
        visitor.post(base + "/own-frameworks/own-house", Map.of("revision", "7", "source", HOUSE));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("has saved revision 1 meanwhile", "Halvard");
  }

  @Test
  void aCopyOfAnyFrameworkIsAStart() {
    visitor.get(base + "/own-frameworks");
    for (String from : List.of("pci-dss-4.0.1", "cis-2.0.1", "mitre-attack-containers")) {
      String id = "own-" + from.replace('.', '-');
      visitor.post(base + "/own-frameworks", Map.of("name", "Copy of it", "id", id, "from", from));
      assertThat(visitor.get(base + "/own-frameworks/" + id).body())
          .as(from)
          .contains("Copy of it");
      visitor.post(base + "/own-frameworks/" + id + "/publish", Map.of());
      assertThat(visitor.get(base + "/frameworks/" + id).statusCode()).as(from).isEqualTo(200);
    }
  }

  @Test
  void oneControlIsChangedInAFormAndCommentsStay() {
    owner.post(API, Map.of("source", HOUSE));
    String form = base + "/own-frameworks/own-house/controls/W.1";
    assertThat(visitor.get(form).body()).contains("pod-privileged", "Container runs privileged");
    visitor.post(
        form,
        Map.of(
            "revision", "1",
            "parent", "W",
            "topic", "Nobody rules: \"their\" node",
            "kind", "evidence",
            "plus", "pod-host-pid",
            "evidence", "Seen"));
    String text = owner.get(API + "/own-house/revisions/2/yaml").body();
    assertThat(text)
        .contains("# our house", "  # people", "plus: [pod-host-pid]", "Nobody rules")
        .doesNotContain("mightier");
    visitor.post(form + "/remove", Map.of("revision", "2"));
    assertThat(owner.get(API + "/own-house/revisions/3/yaml").body())
        .contains("# our house", "id: W.2")
        .doesNotContain("W.1");
    var wrong =
        visitor.post(
            base + "/own-frameworks/own-house/controls",
            Map.of("revision", "3", "id", "W.9", "parent", "W", "topic", "T", "kind", "evidence"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("name the checks that answer it");
  }

  private byte[] report() {
    Report ordered =
        Tenant.call(
            organisation.id(),
            () -> reports.order(new ReportRequest("own-house", List.of(), null, null, "UTC")));
    runner.drain("report");
    return Tenant.call(organisation.id(), () -> reports.pdf(ordered.id()));
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private ApiCaller caller(Organisation of, Role role) {
    return new ApiCaller(
        port, Tenant.call(of.id(), () -> tokens.create(role.name(), role, null, Role.OWNER)));
  }

  private Scan scanned() {
    return Tenant.call(
        organisation.id(),
        () -> {
          var cluster = clusters.find("yard").orElseGet(() -> clusters.registerOffline("yard"));
          var pods =
              new Upload(
                  "pods.json", new ByteArrayInputStream(PODS.getBytes(StandardCharsets.UTF_8)));
          var asked = scans.upload(cluster.id(), Dumps.read(List.of(pods), Instant.now()));
          return ended(asked.id());
        });
  }

  private Scan ended(UUID id) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(120));
    Scan scan = scans.find(id).orElseThrow();
    while (!scan.state().over() && Instant.now().isBefore(deadline)) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      scan = scans.find(id).orElseThrow();
    }
    return scan;
  }
}
