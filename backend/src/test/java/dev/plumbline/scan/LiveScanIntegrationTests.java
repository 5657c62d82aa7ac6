package dev.plumbline.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.cluster.kubeconfig.Acceptance.Accepted;
import dev.plumbline.cluster.kubeconfig.Kubeconfigs;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.FindingPage;
import dev.plumbline.finding.Findings;
import dev.plumbline.inventory.collect.Dumps;
import dev.plumbline.inventory.collect.Kinds;
import dev.plumbline.inventory.collect.Upload;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.kube.DumpFolder;
import dev.plumbline.testing.kube.TestApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;

@PlumblineTest
@EnabledIfEnvironmentVariable(
    named = "PLUMBLINE_SHARED",
    matches = ".+",
    disabledReason = "PLUMBLINE_SHARED names no folder with recorded data")
class LiveScanIntegrationTests {

  private static final Path FOLDER =
      Path.of(System.getenv().getOrDefault("PLUMBLINE_SHARED", ""), "data", "cluster");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Clusters clusters;
  @Autowired Scans scans;
  @Autowired JobRunner runner;
  @Autowired Findings findings;

  @Test
  void aClusterReadLiveHasTheFindingsOfItsDump() {
    var owner =
        people.register(
            UUID.randomUUID() + "@example.org", "Mira", "nine plain words nobody else has");
    var versions =
        Arrays.stream(Kinds.values())
            .collect(Collectors.toMap(Kinds::resource, kind -> kind.versions().getFirst()));
    try (var server = TestApiServer.start(DumpFolder.of(FOLDER, versions))) {
      Tenant.run(organisations.found("Agreeing", owner).id(), () -> compare(server));
    }
  }

  private void compare(TestApiServer server) {
    byte[] kubeconfig = server.kubeconfig("token").getBytes(StandardCharsets.UTF_8);
    var accepted = (Accepted) Kubeconfigs.accept(kubeconfig, Optional.empty());
    Cluster live = clusters.connect("live", accepted);
    Cluster offline = clusters.registerOffline("offline");
    Scan fromDump = scans.upload(offline.id(), dump());
    Scan fromServer = scans.request(live.id());
    runner.drain(LiveScans.KIND);
    Scan first = finished(fromDump);
    Scan second = finished(fromServer);
    assertThat(second.size()).isEqualTo(first.size());
    assertThat(second.result()).isEqualTo(first.result());
    assertThat(findings(live)).hasSizeGreaterThan(100).isEqualTo(findings(offline));
    assertThat(clusters.get(live.id()).reach().state()).isEqualTo(Cluster.Reach.State.REACHED);
    assertThat(server.asked()).extracting(TestApiServer.Asked::method).containsOnly("GET");
  }

  private static dev.plumbline.inventory.collect.Collected dump() {
    try (var files = Files.list(FOLDER)) {
      var uploads = files.sorted().map(LiveScanIntegrationTests::upload).toList();
      return Dumps.read(uploads, Instant.now());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Upload upload(Path file) {
    try {
      return new Upload(file.getFileName().toString(), Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Scan finished(Scan asked) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Scan scan = scans.find(asked.id()).orElseThrow();
      if (scan.state().over() || System.nanoTime() > deadline) {
        assertThat(scan.state()).as(scan.failure()).isEqualTo(Scan.State.DONE);
        return scan;
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Set<String> findings(Cluster cluster) {
    var all = new TreeSet<String>();
    var filter = FindingFilter.ALL.inClusters(Set.of(cluster.id()));
    FindingPage page = findings.page(filter, null, 500);
    add(page, all);
    while (page.next().isPresent()) {
      page = findings.page(filter, page.next().get(), 500);
      add(page, all);
    }
    return all;
  }

  private static void add(FindingPage page, Set<String> all) {
    page.findings().forEach(it -> all.add(it.check() + " " + it.subject() + " " + it.offences()));
  }
}
