package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers the files of one dump, in whatever order they come. */
final class DumpFolder {

  private static final int TEXT = 1 << 20;
  private static final Duration OLDEST = Duration.ofDays(400);
  private static final Set<String> LISTS = Set.of("resources.txt", "denied.txt");

  private final Instant now;
  private final ItemReader reader = new ItemReader();
  private final Map<ObjectKey, KubeObject> objects = new LinkedHashMap<>();
  private final Map<String, Items> files = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Integer> unknown = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private Instant takenAt;
  private @Nullable String place;
  private ServerVersion version = ServerVersion.UNKNOWN;
  private int repeated;

  DumpFolder(Instant now) {
    this.now = now;
    this.takenAt = now;
  }

  /** A file of an archive. */
  void archived(DumpPath path, Instant modified, InputStream in) throws IOException {
    if (path.file().startsWith(".") || !dump(path.file())) {
      notes.add(path.shown() + " is not part of a dump: ignored");
      return;
    }
    oneFolder(path);
    if (modified.isBefore(takenAt) && modified.isAfter(now.minus(OLDEST))) {
      takenAt = modified;
    }
    file(path.file(), in);
  }

  /** A file of its own, already unpacked. */
  void loose(String name, InputStream in) throws IOException {
    if (dump(name)) {
      file(name.substring(name.lastIndexOf('/') + 1), in);
    } else {
      items(name, in);
    }
  }

  /** A file or archive that ends too early or is damaged. */
  void broken(String name, Exception reason) {
    notes.add(
        name + " is damaged or cut off: " + ItemTally.brief(String.valueOf(reason.getMessage())));
  }

  Collected collected() {
    var coverage = new DumpCoverage(files, texts, objects.values());
    summary(coverage);
    return new Collected(
        new Snapshot(takenAt, version, coverage.coverage(), objects.values()), notes);
  }

  private static boolean dump(String file) {
    return file.endsWith(".json") || LISTS.contains(file);
  }

  private void oneFolder(DumpPath path) {
    if (place == null) {
      place = path.folder();
    } else if (!place.equals(path.folder())) {
      throw new DumpRefused("The archive has two folders with files; send one cluster at a time.");
    }
  }

  private void file(String name, InputStream in) throws IOException {
    if (files.containsKey(name) || texts.containsKey(name)) {
      throw new DumpRefused("The upload has two files named " + name + ".");
    }
    if (LISTS.contains(name)) {
      texts.put(name, text(in));
    } else if (name.equals("version.json")) {
      version = DumpVersion.of(text(in));
      texts.put(name, "");
    } else {
      items(name, in);
    }
  }

  private String text(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(TEXT + 1);
    if (bytes.length > TEXT) {
      throw new DumpRefused("A list of names in the upload is larger than 1 MiB.");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void items(String name, InputStream in) {
    Items items = reader.read(in, this::take);
    files.put(name, items);
    items.unknown().forEach((kind, count) -> unknown.merge(kind, count, Integer::sum));
    if (!items.lack().isEmpty()) {
      notes.add(name + ": " + items.lack());
    }
    items.notes().forEach(note -> notes.add(name + ": " + note));
  }

  private void take(KubeObject object) {
    if (objects.putIfAbsent(object.key(), object) != null) {
      repeated++;
    }
  }

  private void summary(DumpCoverage coverage) {
    if (!unknown.isEmpty()) {
      notes.add(leftOut());
    }
    if (repeated > 0) {
      notes.add(repeated + " objects stand in the upload more than once; the first was taken");
    }
    if (!version.known()) {
      notes.add("version.json is missing or tells no version: the cluster's version is unknown");
    }
    notes.addAll(coverage.notes());
  }

  private String leftOut() {
    int total = unknown.values().stream().mapToInt(Integer::intValue).sum();
    var named = new ArrayList<String>();
    unknown.forEach((kind, count) -> named.add(DumpPath.shown(kind) + " (" + count + ")"));
    int more = Math.max(0, named.size() - 40);
    String list = String.join(", ", named.subList(0, named.size() - more));
    return total
        + " objects of kinds that are not collected were left out: "
        + list
        + (more > 0 ? " and " + more + " other kinds" : "");
  }
}
