package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a dump proves of each kind.
 *
 * <p>With the script's {@code resources.txt}, a kind's own file proves its whole population and a
 * name that is not listed proves that the kind is not served. Without it nothing is proven to be
 * whole: a loose list may have been made for one namespace or one label.
 */
final class DumpCoverage {

  private static final Set<String> ALWAYS_SERVED =
      Set.of("", "apps", "batch", "rbac.authorization.k8s.io");
  private static final Pattern GROUP = Pattern.compile("([a-z0-9-]+(?:\\.[a-z0-9-]+)+)/v\\d");
  private static final Pattern VERB = Pattern.compile("cannot (\\w{1,20}) resource");

  private final Map<String, Items> files;
  private final Set<String> served;
  private final Map<String, String> denied = new HashMap<>();
  private final List<String> discoveryErrors = new ArrayList<>();
  private final Map<Kind, Integer> counts;

  DumpCoverage(
      Map<String, Items> files, Map<String, String> texts, Collection<KubeObject> objects) {
    this.files = files;
    this.served = served(texts.getOrDefault("resources.txt", ""));
    this.counts =
        objects.stream()
            .collect(Collectors.toMap(object -> object.key().kind(), object -> 1, Integer::sum));
    texts.getOrDefault("denied.txt", "").lines().forEach(this::denial);
  }

  Coverage coverage() {
    var readings = new HashMap<Kind, Reading>();
    for (Kinds kind : Kinds.values()) {
      reading(kind).ifPresent(reading -> readings.put(kind.kind(), reading));
    }
    return new Coverage(readings);
  }

  List<String> notes() {
    var notes = new ArrayList<>(discoveryErrors);
    if (!complete()) {
      notes.add(
          "Without the script's resources.txt these files show what is there, but cannot prove that"
              + " they show all of it: no kind counts as read to the end");
    }
    return notes;
  }

  /** A list that does not end with a line's end was cut off and proves nothing. */
  private static Set<String> served(String resources) {
    return resources.endsWith("\n")
        ? resources.lines().map(String::strip).collect(Collectors.toSet())
        : Set.of();
  }

  private void denial(String line) {
    int colon = line.indexOf(": ");
    String resource = colon < 0 ? "" : line.substring(0, colon).strip();
    if (resource.matches("[a-z0-9.-]+") && !resource.equals("discovery")) {
      denied.put(resource, line.substring(colon + 2).strip());
    } else if (!line.isBlank()) {
      discoveryErrors.add(ItemTally.brief(DumpPath.shown(line.strip())));
    }
  }

  private boolean complete() {
    return served.contains("pods") && served.contains("namespaces");
  }

  private Optional<Reading> reading(Kinds kind) {
    Items file = files.get(kind.resource() + ".json");
    String denial = denied.getOrDefault(kind.resource(), "");
    if (complete() && file != null && denial.isEmpty()) {
      return Optional.of(listed(kind, file));
    }
    if (!denial.isEmpty()) {
      return Optional.of(denied(kind, denial));
    }
    if (count(kind) > 0) {
      return Optional.of(reading(kind, State.PARTIAL, loose(kind)));
    }
    return complete() ? Optional.of(unlisted(kind)) : Optional.empty();
  }

  private Reading listed(Kinds kind, Items file) {
    String lack = lack(kind, file);
    if (lack.isEmpty()) {
      return reading(kind, State.COMPLETE, "");
    }
    return lack.contains("forbidden") && !file.status().isEmpty()
        ? denied(kind, lack)
        : reading(kind, count(kind) > 0 ? State.PARTIAL : State.FAILED, lack);
  }

  private static String lack(Kinds kind, Items file) {
    if (!file.lack().isEmpty()) {
      return file.lack();
    }
    if (!file.list()) {
      return "its file holds no list";
    }
    boolean others =
        !file.unknown().isEmpty() || !Set.of(kind.kind()).containsAll(file.counts().keySet());
    return others ? "its file holds other kinds" : "";
  }

  private Reading denied(Kinds kind, String message) {
    if (message.startsWith("not read")) {
      return reading(kind, count(kind) > 0 ? State.PARTIAL : State.NOT_READ, message);
    }
    if (!message.toLowerCase(Locale.ROOT).contains("forbidden")) {
      return reading(
          kind, count(kind) > 0 ? State.PARTIAL : State.FAILED, ItemTally.brief(message));
    }
    var verb = VERB.matcher(message);
    String missing = "cannot " + (verb.find() ? verb.group(1) : "list") + " " + kind.resource();
    return reading(kind, count(kind) > 0 ? State.PARTIAL : State.FORBIDDEN, missing);
  }

  private Reading unlisted(Kinds kind) {
    if (served.contains(kind.resource())) {
      return reading(kind, State.NOT_READ, "the dump has no file for it");
    }
    boolean doubtful = ALWAYS_SERVED.contains(kind.group()) || undiscovered(kind.group());
    return doubtful
        ? reading(kind, State.NOT_READ, "discovery did not list it")
        : reading(kind, State.NOT_SERVED, "not installed");
  }

  /** Whether discovery failed for this group, or failed without saying for which. */
  private boolean undiscovered(String group) {
    return discoveryErrors.stream()
        .map(error -> GROUP.matcher(error).results().map(found -> found.group(1)).toList())
        .anyMatch(groups -> groups.isEmpty() || groups.contains(group));
  }

  private String loose(Kinds kind) {
    return complete()
        ? "the dump has no list of its own for it"
        : "loose files cannot prove that they hold every " + kind.kind().name();
  }

  private int count(Kinds kind) {
    return counts.getOrDefault(kind.kind(), 0);
  }

  private Reading reading(Kinds kind, State state, String reason) {
    return new Reading(state, count(kind), reason);
  }
}
