package dev.plumbline.inventory.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads the recording of a real cluster that lies beside the project. */
class RecordedClusterTests {

  private static Map<String, byte[]> files = Map.of();
  private static byte[] archive = {};

  @BeforeAll
  static void pack() {
    files = Archives.recordedFiles();
    archive = Archives.tarGz(files);
  }

  @Test
  void everyCollectedKindHasTheCountOfTheRecording() {
    Snapshot snapshot = Archives.read(archive).snapshot();
    var expected = recordedCounts();
    var found = new TreeMap<String, Integer>();
    for (Kinds kind : Kinds.values()) {
      if (snapshot.coverage().of(kind.kind()).state() == State.COMPLETE) {
        found.put(kind.resource(), snapshot.all(kind.kind()).size());
        assertThat(snapshot.coverage().of(kind.kind()).count())
            .isEqualTo(found.get(kind.resource()));
      }
    }
    expected.keySet().retainAll(found.keySet());
    assertThat(found).isEqualTo(expected).containsEntry("pods", 92).hasSizeGreaterThan(45);
    assertThat(snapshot.version().git()).isEqualTo("v1.35.4");
    assertThat(snapshot.takenAt()).isEqualTo(Archives.NOW.minusSeconds(3600));
  }

  @Test
  void everyObjectIsEitherTakenOrNamedAsLeftOut() {
    Collected collected = Archives.read(archive);
    int taken = collected.snapshot().objects().size();
    String leftOut =
        collected.notes().stream()
            .filter(note -> note.contains("not collected"))
            .findFirst()
            .orElseThrow();
    assertThat(taken + Integer.parseInt(leftOut.substring(0, leftOut.indexOf(' '))))
        .isEqualTo(1066);
    assertThat(collected.notes()).contains("cluster/counts.txt is not part of a dump: ignored");
  }

  @Test
  void refusedKindsAreForbiddenAndAbsentOnesNotServed() {
    var coverage = Archives.read(archive).snapshot().coverage();
    assertThat(coverage.of(Kind.core("Secret")).state()).isEqualTo(State.FORBIDDEN);
    assertThat(coverage.of(Kind.core("Secret")).reason()).isEqualTo("cannot list secrets");
    assertThat(coverage.of(Kinds.CLUSTER_NETWORK_POLICIES.kind()).state())
        .isEqualTo(State.FORBIDDEN);
    assertThat(coverage.of(Kinds.CILIUM_NETWORK_POLICIES.kind()).state())
        .isEqualTo(State.NOT_SERVED);
    assertThat(coverage.of(Kinds.CRON_JOBS.kind()).state()).isEqualTo(State.COMPLETE);
  }

  @Test
  void workloadsAreTheTopmostControllersAndEveryRunningPodStandsInOneGroup() {
    List<Workload> workloads = Workloads.of(Archives.read(archive).snapshot());
    assertThat(workloads).allSatisfy(workload -> assertThat(workload.broken()).isEmpty());
    assertThat(
            workloads.stream()
                .flatMap(w -> w.groups().stream())
                .mapToInt(g -> g.pods().size())
                .sum())
        .isEqualTo(90);
    var kinds = new TreeMap<String, Integer>();
    workloads.forEach(workload -> kinds.merge(workload.key().kind().toString(), 1, Integer::sum));
    assertThat(kinds)
        .containsEntry("apps/Deployment", 48)
        .containsEntry("apps/DaemonSet", 4)
        .containsEntry("batch/Job", 2)
        .containsEntry("Pod", 6);
    assertThat(workloads).filteredOn(w -> w.groups().size() > 1).isEmpty();
  }

  @Test
  void noPlainValueOfTheEnvironmentIsKept() {
    var snapshot = Archives.read(archive).snapshot();
    assertThat(snapshot.objects().toString())
        .doesNotContain("last-applied-configuration")
        .doesNotContain("LOG_TIME_FIELD_FORMAT, value=2006")
        .contains("LOG_TIME_FIELD_FORMAT, value=<redacted>");
  }

  @Test
  void aCutArchiveNeverProvesMoreThanTheWholeOne() {
    Snapshot whole = Archives.read(archive).snapshot();
    var random = new Random(7);
    for (int i = 0; i < 25; i++) {
      byte[] cut = java.util.Arrays.copyOf(archive, random.nextInt(archive.length));
      Collected part = Archives.read(cut);
      for (Kinds kind : Kinds.values()) {
        if (part.snapshot().coverage().complete(kind.kind())) {
          assertThat(part.snapshot().all(kind.kind())).isEqualTo(whole.all(kind.kind()));
          assertThat(whole.coverage().complete(kind.kind())).as(kind.resource()).isTrue();
        }
      }
      assertThat(part.notes())
          .as("cut at %d", cut.length)
          .anyMatch(note -> note.contains("cut off"));
    }
  }

  @Test
  void looseFilesShowObjectsButProveNoKind() {
    var pods = Archives.upload("my pods.json", files.get("cluster/pods.json"));
    var nodes = Archives.upload("nodes.json.gz", Archives.gzip(files.get("cluster/nodes.json")));
    Collected loose = Dumps.read(List.of(pods, nodes), Archives.NOW);
    assertThat(loose.snapshot().objects()).hasSize(96);
    assertThat(loose.snapshot().coverage().of(Kind.core("Pod")).state()).isEqualTo(State.PARTIAL);
    assertThat(loose.snapshot().coverage().of(Kind.core("Service")).state())
        .isEqualTo(State.NOT_READ);
    assertThat(loose.notes()).anyMatch(note -> note.contains("cannot prove"));
  }

  @Test
  void theFilesOneByOneAreAsGoodAsTheirArchive() {
    var uploads =
        files.entrySet().stream()
            .map(e -> Archives.upload(e.getKey().substring("cluster/".length()), e.getValue()))
            .toList();
    Snapshot snapshot = Dumps.read(uploads, Archives.NOW).snapshot();
    assertThat(snapshot.coverage()).isEqualTo(Archives.read(archive).snapshot().coverage());
  }

  private static Map<String, Integer> recordedCounts() {
    var counts = new HashMap<String, Integer>();
    new String(files.get("cluster/counts.txt"), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.strip().split(" "))
        .forEach(line -> counts.put(line[1], Integer.valueOf(line[0])));
    return counts;
  }
}
