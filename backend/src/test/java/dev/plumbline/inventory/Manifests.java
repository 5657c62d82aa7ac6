package dev.plumbline.inventory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/** Objects and snapshots written as YAML in tests, shaped as the collector leaves them. */
public final class Manifests {

  private Manifests() {}

  /** One object per YAML document; nulls are dropped and integers are longs. */
  public static List<KubeObject> objects(String yaml) {
    return ManifestReader.objects(yaml);
  }

  /** A snapshot of which every kind named was read to the end. */
  public static Snapshot snapshot(String yaml, Kind... alsoRead) {
    List<KubeObject> objects = objects(yaml);
    var counts = new HashMap<Kind, Integer>();
    List.of(alsoRead).forEach(kind -> counts.put(kind, 0));
    objects.forEach(object -> counts.merge(object.key().kind(), 1, Integer::sum));
    var readings = new HashMap<Kind, Coverage.Reading>();
    counts.forEach((kind, count) ->
        readings.put(kind, new Coverage.Reading(Coverage.State.COMPLETE, count, "")));
    return snapshot(objects, new Coverage(readings));
  }

  public static Snapshot snapshot(List<KubeObject> objects, Coverage coverage) {
    return new Snapshot(
        Instant.parse("2026-11-22T00:00:00Z"), ServerVersion.of("v1.35.4"), coverage, objects);
  }
}
