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
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The script of the sample clusters: manifests of our own, and what changes in them day by day. */
final class SampleStory {

  static final String CARELESS = "careless";
  static final String TIDY = "tidy";

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

  /** Tells every look, oldest first. */
  static void tell(Instant now, Teller teller) {
    var story = new SampleStory();
    each("story.yaml", steps -> story.steps(steps, now, teller));
  }

  /** Hears one look after the other. */
  interface Teller {
    void look(String cluster, Collected collected);
  }

  private void steps(Object steps, Instant now, Teller teller) {
    for (Object one : (List<?>) steps) {
      Map<String, Object> step = document(one);
      String cluster = Documents.text(step, "cluster");
      var objects = Objects.requireNonNull(clusters.get(cluster));
      Documents.maps(step, "apply").forEach(manifest -> put(objects, manifest));
      Documents.maps(step, "delete").forEach(gone -> objects.remove(key(gone)));
      long days = ((Number) Objects.requireNonNull(step.get("days"))).longValue();
      teller.look(cluster, look(cluster, objects, now.minus(Duration.ofDays(days))));
    }
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
