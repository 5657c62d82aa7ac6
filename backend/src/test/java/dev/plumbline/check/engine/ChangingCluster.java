package dev.plumbline.check.engine;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A cluster that changes step by step, the same way for the same seed; its objects are those of
 * made-up clusters and of the fixtures of all checks, whole or with a value changed.
 */
final class ChangingCluster {

  private static final State[] LOST = {
    State.FORBIDDEN, State.PARTIAL, State.FAILED, State.NOT_READ, State.NOT_SERVED
  };
  private static final String[] WORDS = {
    "",
    "true",
    "*",
    "kube-system",
    "shop",
    "restricted",
    "privileged",
    "Egress",
    "0.0.0.0/0",
    "root"
  };

  private final Random random;
  private final List<KubeObject> pool;
  private final Map<ObjectKey, KubeObject> objects = new TreeMap<>();
  private final Map<Kind, Reading> readings = new HashMap<>();
  private ServerVersion version = ServerVersion.of("v1.35.4");
  private Instant now = Instant.parse("2026-11-22T00:00:00Z");

  ChangingCluster(int seed, List<KubeObject> fixtures) {
    this.random = new Random(seed);
    this.pool = new ArrayList<>(fixtures);
    pool.addAll(Manifests.objects(new RandomCluster(seed + 1_000).manifests()));
    Manifests.objects(new RandomCluster(seed).manifests()).forEach(this::put);
    for (int i = 0; i < 60; i++) {
      put(one(pool));
    }
    RandomCluster.KINDS.forEach(kind -> readings.put(kind, new Reading(State.COMPLETE, 0, "")));
  }

  /** Every object in the fixtures of every check. */
  static List<KubeObject> fixtures() throws IOException {
    var all = new ArrayList<KubeObject>();
    for (var file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:checks/*/*/*.yaml")) {
      if (!"check.yaml".equals(file.getFilename())) {
        all.addAll(Fixture.of(file.getContentAsString(StandardCharsets.UTF_8)).objects());
      }
    }
    return all;
  }

  Snapshot snapshot() {
    return new Snapshot(now, version, new Coverage(readings), objects.values());
  }

  /** Makes one change and says which. */
  String change() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> "came " + put(one(pool));
      case 2 -> "gone " + objects.remove(one(List.copyOf(objects.keySet())));
      case 3, 4, 5, 6, 7 -> edited();
      case 8 -> read(new Reading(one(List.of(LOST)), 0, "for a reason"));
      case 9 -> read(new Reading(State.COMPLETE, 0, ""));
      case 10 -> version();
      default -> later();
    };
  }

  private String edited() {
    KubeObject object = one(List.copyOf(objects.values()));
    put(new KubeObject(object.key(), object.version(), edited(object.document())));
    return "edited " + object.key();
  }

  private String read(Reading reading) {
    Kind kind = one(objects.keySet().stream().map(ObjectKey::kind).distinct().toList());
    readings.put(kind, reading);
    return "read " + kind + " " + reading.state();
  }

  private String version() {
    version =
        random.nextInt(4) == 0
            ? ServerVersion.UNKNOWN
            : ServerVersion.of("v1." + (28 + random.nextInt(8)) + ".1");
    return "version " + version;
  }

  private String later() {
    now = now.plus(Duration.ofDays(random.nextInt(120)));
    return "now " + now;
  }

  private KubeObject put(KubeObject object) {
    objects.put(object.key(), object);
    return object;
  }

  /** A copy with one value somewhere below changed, taken away or added. */
  @SuppressWarnings("unchecked")
  private Map<String, Object> edited(Map<String, Object> map) {
    var copy = new LinkedHashMap<>(map);
    List<String> fields =
        copy.keySet().stream().filter(field -> !field.equals("apiVersion")).toList();
    if (fields.isEmpty() || random.nextInt(9) == 0) {
      copy.put(one(List.of("labels", "name", "app", "hostPID", "spec")), one(List.of(WORDS)));
      return copy;
    }
    String field = one(fields);
    Object value = edited(copy.get(field));
    if (value.equals("gone")) {
      copy.remove(field);
    } else {
      copy.put(field, value);
    }
    return copy;
  }

  @SuppressWarnings("unchecked")
  private Object edited(Object value) {
    if (random.nextInt(12) == 0) {
      return "gone";
    }
    return switch (value) {
      case Map<?, ?> map -> edited((Map<String, Object>) map);
      case List<?> list when list.isEmpty() -> List.of(one(List.of(WORDS)));
      case List<?> list -> {
        var copy = new ArrayList<Object>(list);
        int at = random.nextInt(copy.size());
        Object inner = edited(copy.get(at));
        if (inner.equals("gone")) {
          copy.remove(at);
        } else {
          copy.set(at, inner);
        }
        yield copy;
      }
      case Boolean flag -> !flag;
      case Long whole -> whole + random.nextInt(3) - 1;
      default -> one(List.of(WORDS));
    };
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
