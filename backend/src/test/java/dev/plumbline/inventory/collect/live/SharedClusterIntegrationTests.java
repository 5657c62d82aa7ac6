package dev.plumbline.inventory.collect.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.api.ApiFailure;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.collect.Dumps;
import dev.plumbline.inventory.collect.Kinds;
import dev.plumbline.inventory.collect.Upload;
import dev.plumbline.testing.kube.DumpFolder;
import dev.plumbline.testing.kube.TestApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
    named = "PLUMBLINE_SHARED",
    matches = ".+",
    disabledReason = "PLUMBLINE_SHARED names no folder with recorded data")
class SharedClusterIntegrationTests {

  private static final Path FOLDER =
      Path.of(System.getenv().getOrDefault("PLUMBLINE_SHARED", ""), "data", "cluster");

  private static final List<Map<String, String>> WRITERS =
      List.of(Map.of("manager", "kubectl", "operation", "Update"));

  private static Snapshot live() throws ApiFailure {
    Map<String, String> versions =
        Arrays.stream(Kinds.values())
            .collect(Collectors.toMap(Kinds::resource, kind -> kind.versions().getFirst()));
    try (var server = TestApiServer.start(DumpFolder.of(FOLDER, versions))) {
      return LiveCollectorIntegrationTests.collect(
              server, LiveCollectorIntegrationTests.QUICK, Progress.NONE)
          .snapshot();
    }
  }

  private static Snapshot dump() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return Dumps.read(
              files.sorted().map(SharedClusterIntegrationTests::upload).toList(), Instant.EPOCH)
          .snapshot();
    }
  }

  private static Upload upload(Path file) {
    try {
      return new Upload(file.getFileName().toString(), Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void readLiveItIsTheSameObjectByObjectAsReadFromItsDump() throws ApiFailure, IOException {
    Map<ObjectKey, KubeObject> live = byKey(live());
    Map<ObjectKey, KubeObject> dump = byKey(dump());
    assertThat(live.keySet()).isEqualTo(dump.keySet());
    var different = new TreeMap<ObjectKey, String>();
    live.forEach((key, object) -> {
      assertThat(object.metadata().get("managedFields")).isEqualTo(WRITERS);
      if (!withoutWriters(object).equals(Objects.requireNonNull(dump.get(key)).document())) {
        different.put(key, object + "\n" + dump.get(key));
      }
    });
    assertThat(different).isEmpty();
    assertThat(live.size()).isGreaterThan(800);
  }

  /** Who wrote an object is told by an API list, and left out by kubectl: the one difference. */
  private static Map<String, Object> withoutWriters(KubeObject object) {
    var metadata = new HashMap<>(object.metadata());
    metadata.remove("managedFields");
    var document = new HashMap<>(object.document());
    document.put("metadata", metadata);
    return document;
  }

  private static Map<ObjectKey, KubeObject> byKey(Snapshot snapshot) {
    return snapshot.objects().stream()
        .collect(Collectors.toMap(KubeObject::key, Function.identity()));
  }

  @Test
  void readLiveItsCoverageIsTheSameAsOfItsDump() throws ApiFailure, IOException {
    Snapshot live = live();
    Snapshot dump = dump();
    var different = new HashMap<Kinds, List<Object>>();
    for (Kinds kind : Kinds.values()) {
      State fromLive = live.coverage().of(kind.kind()).state();
      State fromDump = dump.coverage().of(kind.kind()).state();
      if (fromLive != fromDump) {
        different.put(
            kind, List.of(live.coverage().of(kind.kind()), dump.coverage().of(kind.kind())));
      }
    }
    assertThat(different).isEmpty();
    assertThat(live.version()).isEqualTo(dump.version());
  }
}
