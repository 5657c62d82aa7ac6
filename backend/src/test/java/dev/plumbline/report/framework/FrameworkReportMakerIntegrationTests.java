package dev.plumbline.report.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.finding.Waivers;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.collect.Collected;
import dev.plumbline.inventory.collect.Dumps;
import dev.plumbline.inventory.collect.Upload;
import dev.plumbline.inventory.shape.Shapes;
import dev.plumbline.report.Made;
import dev.plumbline.report.Report;
import dev.plumbline.report.ReportRequest;
import dev.plumbline.report.Reports;
import dev.plumbline.report.pdf.VeraPdf;
import dev.plumbline.scan.JobRunner;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.Actor;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlumblineTest
class FrameworkReportMakerIntegrationTests {

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Clusters clusters;
  @Autowired Scans scans;
  @Autowired Reports reports;
  @Autowired JobRunner runner;
  @Autowired Findings findings;
  @Autowired Waivers waivers;

  private Organisation organisation;

  @BeforeEach
  void found() {
    organisation =
        organisations.found(
            "Reported",
            people.register(UUID.randomUUID() + "@example.org", "One", "a long enough password"));
  }

  @Test
  void showsWhatWasStoredAtItsInstantAndHoldsBothStandards() throws Exception {
    UUID yard = registered("yard");
    registered("never-read");
    scanned(yard, NOW.minus(Duration.ofDays(3)), true);
    scanned(yard, NOW.minus(Duration.ofDays(1)), false);

    var now = made("pss-baseline", NOW.minusSeconds(60));
    var then = made("pss-baseline", NOW.minus(Duration.ofDays(2)));

    assertThat(now.state()).as(now.problem()).isEqualTo(Report.State.READY);
    assertThat(text(now)).contains("yard", "never-read", "never read by then");
    assertThat(csv(then)).contains("pod-privileged").contains(",yard,").contains(",web,");
    assertThat(csv(now)).doesNotContain("pod-privileged");
    assertThat(now.digest()).hasSize(64).isNotEqualTo(then.digest());
    byte[] pdf = in(() -> reports.pdf(then.id()));
    assertThat(then.pdfSha256()).isEqualTo(Made.sha256(pdf));
    assertThat(VeraPdf.violationsOfPdfUa1(pdf)).isEmpty();
    assertThat(VeraPdf.violationsOfPdfA2a(pdf)).isEmpty();
  }

  @Test
  void ofAClusterWhoseLookHasLapsedNothingIsSupported() throws Exception {
    UUID yard = registered("yard");
    finished(yard, whole(NOW.minus(Duration.ofDays(100))));
    var between = made("pss-baseline", NOW.minus(Duration.ofDays(40)));
    var now = made("pss-baseline", NOW.minusSeconds(60));

    assertThat(between.summary().supported()).isPositive();
    assertThat(between.summary().score()).isPositive();
    assertThat(text(between)).contains("yard: stale, last read", "its last score still counts");
    assertThat(now.summary().supported()).isZero();
    assertThat(now.summary().unknown()).isGreaterThan(between.summary().unknown());
    assertThat(now.summary().score()).isEqualByComparingTo("0");
    assertThat(now.summary().opening()).isPositive();
    assertThat(text(now))
        .contains("yard: lapsed, last read", "nothing of it counts as passed")
        .containsPattern("Privileged containers yard\\W+lapsed\\W+Unknown")
        .contains("From the opening score to the closing score");
  }

  /** Every kind was read to the end, and no pod is privileged. */
  private static Collected whole(Instant at) {
    var readings = new HashMap<Kind, Coverage.Reading>();
    Shapes.kinds()
        .forEach(kind -> readings.put(kind, new Coverage.Reading(Coverage.State.COMPLETE, 0, "")));
    var objects =
        Manifests.objects(
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop}
            spec: {containers: [{name: web, image: "r.example/web:1"}]}
            """);
    return new Collected(
        new Snapshot(at, ServerVersion.of("v1.35.4"), new Coverage(readings), objects), List.of());
  }

  @Test
  void exceptionsAreARegisterAndASecondFigureAndFailuresStayFailures() throws Exception {
    UUID yard = registered("yard");
    scanned(yard, NOW.minus(Duration.ofDays(3)), true);
    var before = made("pss-baseline", Instant.now());
    var asker = new Actor("asker@example.org", Optional.of(new UUID(1, 1)));
    var other = new Actor("other@example.org", Optional.of(new UUID(2, 2)));
    var privileged = FindingFilter.ALL.ofChecks(Set.of("pod-privileged"));
    var ids =
        in(() -> findings.page(privileged, null, 9).findings()).stream().map(Finding::id).toList();
    Instant end = NOW.plus(Duration.ofDays(30));
    var asked = new ArrayList<UUID>();
    as(
        asker,
        () ->
            waivers
                .request(new Waivers.Draft(ids, "=Vendor is late", "Own node pool", end))
                .forEach(one -> asked.add(one.id())));
    var waiting = made("pss-baseline", Instant.now());
    as(other, () -> waivers.approve(asked, "not longer"));
    var now = made("pss-baseline", Instant.now());

    assertThat(now.state()).as(now.problem()).isEqualTo(Report.State.READY);
    assertThat(text(before)).contains("None is in force");
    assertThat(text(waiting)).contains("None is in force");
    assertThat(text(now).replaceAll("\\s+", " "))
        .contains("1 in force", "Vendor is late", "Own node pool")
        .contains("asker@example.org", "other@example.org")
        .contains("Failing, exception", "If they counted as passed, the score would be");
    assertThat(Integer.parseInt(failing(now))).isEqualTo(Integer.parseInt(failing(before)));
    assertThat(csv(now)).contains(end.toString());
    assertThat(csv(waiting)).doesNotContain(end.toString());
    byte[] pdf = in(() -> reports.pdf(now.id()));
    Files.write(Path.of("target", "report-exceptions.pdf"), pdf);
    assertThat(VeraPdf.violationsOfPdfUa1(pdf)).isEmpty();
    assertThat(VeraPdf.violationsOfPdfA2a(pdf)).isEmpty();
  }

  private String failing(Report report) throws IOException {
    return text(report).replaceAll("(?s).*Controls failing: (\\d+).*", "$1");
  }

  private void as(Actor actor, Runnable deed) {
    Actor.<RuntimeException, RuntimeException>enter(
        actor, () -> Tenant.run(organisation.id(), deed));
  }

  @Test
  void theSameScopeInstantAndRulesGiveTheSameDigest() {
    UUID yard = registered("yard");
    scanned(yard, NOW.minus(Duration.ofDays(1)), true);
    var at = NOW.minusSeconds(60);
    assertThat(made("gdpr", at).digest()).isEqualTo(made("gdpr", at).digest());
  }

  @Test
  void withoutAnythingReadThereIsNothingToReport() {
    registered("never-read");
    var report = made("pci-dss-4.0.1", NOW.minusSeconds(60));
    assertThat(report.state()).isEqualTo(Report.State.EMPTY);
    assertThat(report.problem()).contains("read");
  }

  @Test
  void aHostileNameIsInertInTheFileAndInThePdf() throws Exception {
    UUID yard = registered("=cmd()");
    scanned(yard, NOW.minus(Duration.ofDays(1)), true);
    var report = made("pss-baseline", NOW.minusSeconds(60));
    assertThat(csv(report)).contains(",'=cmd(),");
    assertThat(text(report)).contains("=cmd()");
  }

  @Test
  void aRecordedClusterIsReportedAgainstABenchmarkAndARegulation() throws Exception {
    String shared = System.getenv("PLUMBLINE_SHARED");
    assumeThat(shared).as("PLUMBLINE_SHARED names no folder with data/cluster").isNotNull();
    UUID recorded = registered("recorded");
    finished(recorded, recording(Path.of(shared, "data", "cluster")));
    for (String framework : List.of("cis-1.12", "pci-dss-4.0.1")) {
      var report = made(framework, Instant.now());
      assertThat(report.state()).as(framework).isEqualTo(Report.State.READY);
      byte[] pdf = in(() -> reports.pdf(report.id()));
      Files.write(Path.of("target", "report-" + framework + ".pdf"), pdf);
      assertThat(VeraPdf.violationsOfPdfUa1(pdf)).as(framework).isEmpty();
      assertThat(VeraPdf.violationsOfPdfA2a(pdf)).as(framework).isEmpty();
    }
  }

  private Report made(String framework, Instant at) {
    var request =
        new ReportRequest(framework, List.of(), at.minus(Duration.ofDays(30)), at, "Europe/Berlin");
    var order = in(() -> reports.order(request));
    runner.drain("report");
    return in(() -> reports.get(order.id()));
  }

  private UUID registered(String name) {
    return in(() -> clusters.registerOffline(name).id());
  }

  private void scanned(UUID cluster, Instant at, boolean privileged) {
    finished(cluster, look(at, privileged));
  }

  private void finished(UUID cluster, Collected collected) {
    var scan = in(() -> scans.upload(cluster, collected));
    Instant deadline = Instant.now().plus(Duration.ofMinutes(5));
    while (Instant.now().isBefore(deadline)) {
      var now = in(() -> scans.find(scan.id()).orElseThrow());
      if (now.state().over()) {
        assertThat(now.state()).as(now.failure()).isEqualTo(Scan.State.DONE);
        return;
      }
      pause();
    }
    throw new AssertionError("the scan did not end");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Collected look(Instant at, boolean privileged) {
    String list =
        """
        {"apiVersion": "v1", "kind": "List", "items": [
          {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop"}},
          {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web", "namespace": "shop"},
           "spec": {"hostNetwork": true, "containers": [{"name": "web", "image": "r.example/web:1",
                    "securityContext": {"privileged": %s}}]}}]}
        """
            .formatted(privileged);
    return Dumps.read(List.of(upload("all.json", list.getBytes(StandardCharsets.UTF_8))), at);
  }

  private static Collected recording(Path folder) throws IOException {
    var uploads = new ArrayList<Upload>();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (Files.isRegularFile(file)) {
          uploads.add(upload(file.getFileName().toString(), Files.readAllBytes(file)));
        }
      }
    }
    return Dumps.read(uploads, Instant.now().minusSeconds(600));
  }

  private static Upload upload(String name, byte[] content) {
    return new Upload(name, new ByteArrayInputStream(content));
  }

  private String text(Report report) throws IOException {
    try (var document = Loader.loadPDF(in(() -> reports.pdf(report.id())))) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }

  private String csv(Report report) {
    return new String(in(() -> reports.findings(report.id())), StandardCharsets.UTF_8);
  }

  private <T> T in(Supplier<T> work) {
    return Tenant.call(organisation.id(), work);
  }
}
