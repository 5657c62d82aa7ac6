package dev.plumbline.compliance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Chooses the CIS benchmark that counts for a cluster, by the table {@code benchmarks.yaml}. */
final class Benchmarks {

  static final String FILE = "benchmarks.yaml";

  private static final Pattern VERSION = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(\\D.*)?");

  private final Map<String, Framework> frameworks;
  private final Map<String, String> providers;
  private final Map<String, String> own;
  private final NodeEditions nodeEditions;
  private final List<Line> lines = new ArrayList<>();

  private Benchmarks(Entry file, Map<String, Framework> frameworks) {
    this.frameworks = frameworks;
    this.providers = file.words("providers");
    this.own = file.words("own");
    this.nodeEditions = NodeEditions.read(file, frameworks);
    file.entries("kubernetes").forEach(at -> lines.add(line(at)));
    file.finish();
    providers.forEach((distribution, id) -> demandKnown(file, "providers", id));
    lines.forEach(line -> demandKnown(file, "kubernetes", line.use()));
    demandOrder(file);
  }

  static Benchmarks read(Entry file, Map<String, Framework> frameworks) {
    return new Benchmarks(file, frameworks);
  }

  NodeEditions nodeEditions() {
    return nodeEditions;
  }

  /**
   * Takes a detected distribution, empty when undetected, and the API server's {@code gitVersion},
   * empty when it was not read.
   */
  ChosenBenchmark choose(String distribution, String version) {
    String provided = providers.get(distribution);
    return provided == null
        ? byVersion(distribution, version)
        : chosen(provided, false, "Written for " + distribution.toUpperCase(Locale.ROOT) + ".");
  }

  /** Whether it is one of those of which only the chosen one counts. */
  boolean choosesAmong(Framework framework) {
    return providers.containsValue(framework.id())
        || lines.stream().anyMatch(line -> line.use().equals(framework.id()));
  }

  private ChosenBenchmark byVersion(String distribution, String version) {
    var match = VERSION.matcher(version);
    if (!match.matches()) {
      return chosen(
          lines.getLast().use(), true, "Its version was not read; the newest edition is used.");
    }
    var minor = new Minor(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    Line line =
        lines.reversed().stream()
            .filter(each -> each.since().compareTo(minor) <= 0)
            .findFirst()
            .orElse(null);
    if (line == null) {
      return chosen(
          lines.getFirst().use(),
          true,
          "Kubernetes %s is older than any benchmark we know; the oldest kept is used."
              .formatted(minor));
    }
    return chosen(
        line.use(), !fits(line) || foreign(distribution), reason(line, minor, distribution));
  }

  private boolean fits(Line line) {
    return frameworks.get(line.use()) instanceof Framework kept
        && kept.edition().equals(line.published());
  }

  private boolean foreign(String distribution) {
    return distribution.isEmpty() || own.containsKey(distribution);
  }

  private String reason(Line line, Minor minor, String distribution) {
    if (own.containsKey(distribution)) {
      return "We do not keep the %s; nearest used, by Kubernetes %s."
          .formatted(own.get(distribution), minor);
    }
    if (line.published().equals("none")) {
      return "No benchmark is published for Kubernetes %s; nearest used.".formatted(minor);
    }
    if (!fits(line)) {
      return "Edition %s was written for Kubernetes %s and is not kept here; nearest used."
          .formatted(line.published(), minor);
    }
    return distribution.isEmpty()
        ? "Who runs the cluster was not detected; nearest used, by Kubernetes %s.".formatted(minor)
        : "Written for Kubernetes %s.".formatted(minor);
  }

  private ChosenBenchmark chosen(String id, boolean nearest, String reason) {
    return new ChosenBenchmark(Objects.requireNonNull(frameworks.get(id)), nearest, reason);
  }

  private static Line line(Entry at) {
    var match = VERSION.matcher(at.text("since"));
    if (!match.matches()) {
      throw at.wrong("since", "must be a minor version such as 1.34");
    }
    var since = new Minor(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    var line = new Line(since, at.text("published"), at.text("use"));
    at.close();
    return line;
  }

  private void demandKnown(Entry file, String key, String id) {
    if (!frameworks.containsKey(id)) {
      throw file.wrong(key, "names no framework: " + id);
    }
  }

  private void demandOrder(Entry file) {
    List<Minor> since = lines.stream().map(Line::since).toList();
    Set<Minor> once = new LinkedHashSet<>(since);
    if (since.isEmpty() || !since.stream().sorted().toList().equals(List.copyOf(once))) {
      throw file.wrong("kubernetes", "must be one line or more, oldest first");
    }
  }

  /** From this minor version on, this edition was published, and this framework is used. */
  private record Line(Minor since, String published, String use) {}

  private record Minor(int major, int minor) implements Comparable<Minor> {

    @Override
    public int compareTo(Minor other) {
      int byMajor = Integer.compare(major, other.major);
      return byMajor == 0 ? Integer.compare(minor, other.minor) : byMajor;
    }

    @Override
    public String toString() {
      return major + "." + minor;
    }
  }
}
