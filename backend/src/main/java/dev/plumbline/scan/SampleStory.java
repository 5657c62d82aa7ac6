package dev.plumbline.scan;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.collect.Collected;
import dev.plumbline.inventory.collect.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The script of the sample clusters: manifests of our own, and what changes in them day by day. */
final class SampleStory {

  static final String CARELESS = "careless";
  static final String TIDY = "tidy";

  private static final int DAYS = 30;

  private static final ServerVersion VERSION = ServerVersion.of("v1.34.2");
  private static final Set<String> UNREADABLE = Set.of("Secret", "CertificateSigningRequest");
  private static final String FORBIDDEN =
      "list is missing: the sample's account may not read this kind";

  private final Map<String, Map<ObjectKey, KubeObject>> clusters = new HashMap<>();

  private SampleStory() {
    for (String cluster : List.of(CARELESS, TIDY)) {
      Map<ObjectKey, KubeObject> objects = new LinkedHashMap<>();
      each("system.yaml", manifest -> put(objects, manifest));
      each(cluster + ".yaml", manifest -> put(objects, manifest));
      clusters.put(cluster, objects);
    }
  }

  /**
   * Tells every look, oldest first: each cluster once a day for thirty days.
   *
   * @param base the instant of the last looks
   */
  static void tell(Instant base, Teller teller) {
    var story = new SampleStory();
    var steps = new ArrayList<Map<String, Object>>();
    each("story.yaml", file -> ((List<?>) file).forEach(step -> steps.add(document(step))));
    for (int days = DAYS; days >= 0; days--) {
      Instant taken = base.minus(Duration.ofDays(days));
      for (String cluster : List.of(CARELESS, TIDY)) {
        story.day(cluster, days, steps);
        teller.look(cluster, taken, () -> story.look(cluster, taken));
      }
    }
  }

  /** Hears one look after the other. */
  interface Teller {
    void look(String cluster, Instant taken, Supplier<Collected> collected);
  }

  private void day(String cluster, int days, List<Map<String, Object>> steps) {
    var objects = Objects.requireNonNull(clusters.get(cluster));
    steps.stream()
        .filter(step -> Documents.text(step, "cluster").equals(cluster))
        .filter(step -> Long.valueOf(days).equals(step.get("days")))
        .forEach(step -> {
          Documents.maps(step, "apply").forEach(manifest -> put(objects, manifest));
          Documents.maps(step, "delete").forEach(gone -> objects.remove(key(gone)));
        });
  }

  private Collected look(String cluster, Instant taken) {
    return look(cluster, Objects.requireNonNull(clusters.get(cluster)), taken);
  }

  private static Collected look(String cluster, Map<ObjectKey, KubeObject> objects, Instant taken) {
    Map<Kind, Reading> readings = new HashMap<>();
    for (Kinds kind : Kinds.values()) {
      readings.put(kind.kind(), reading(cluster, kind.kind(), objects));
    }
    return new Collected(
        new Snapshot(taken, VERSION, new Coverage(readings), objects.values()), List.of());
  }

  private static Reading reading(String cluster, Kind kind, Map<ObjectKey, KubeObject> objects) {
    if (cluster.equals(CARELESS) && UNREADABLE.contains(kind.name())) {
      return new Reading(State.FORBIDDEN, 0, FORBIDDEN);
    }
    boolean builtIn =
        !kind.group().contains(".")
            || kind.group().endsWith(".k8s.io") && !kind.group().startsWith("gateway.");
    long count = objects.keySet().stream().filter(key -> key.kind().equals(kind)).count();
    return builtIn
        ? new Reading(State.COMPLETE, (int) count, "")
        : new Reading(State.NOT_SERVED, 0, "not installed");
  }

  private static void put(Map<ObjectKey, KubeObject> objects, Object manifest) {
    Map<String, Object> document = document(manifest);
    var metadata = Documents.map(document, "metadata");
    String apiVersion = Documents.text(document, "apiVersion");
    var key =
        new ObjectKey(
            Kind.of(apiVersion, Documents.text(document, "kind")),
            Documents.text(metadata, "namespace"),
            Documents.text(metadata, "name"));
    String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
    objects.put(key, new KubeObject(key, version, document));
  }

  private static ObjectKey key(Map<String, Object> gone) {
    return new ObjectKey(
        Kind.of(Documents.text(gone, "apiVersion"), Documents.text(gone, "kind")),
        Documents.text(gone, "namespace"),
        Documents.text(gone, "name"));
  }

  private static void each(String file, Consumer<Object> consumer) {
    try (InputStream in = SampleStory.class.getResourceAsStream("/sample/" + file)) {
      new Load(LoadSettings.builder().build())
          .loadAllFromInputStream(Objects.requireNonNull(in))
          .forEach(consumer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the engine expects documents: every integer a long. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> document(Object yaml) {
    return (Map<String, Object>) Objects.requireNonNull(widened(yaml));
  }

  private static Object widened(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> wide = new LinkedHashMap<>();
        map.forEach((key, field) -> wide.put(String.valueOf(key), widened(field)));
        yield wide;
      }
      case List<?> list -> new ArrayList<>(list.stream().map(SampleStory::widened).toList());
      case Integer number -> number.longValue();
      default -> value;
    };
  }
}
