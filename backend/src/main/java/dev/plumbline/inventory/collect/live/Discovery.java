package dev.plumbline.inventory.collect.live;

import dev.plumbline.inventory.collect.Kinds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an API server says it serves.
 *
 * @param versions of each resource, as kubectl names it, preferred first
 * @param doubtful groups whose resources could not be told, each with the reason
 * @param failure why nothing could be told at all, empty when it could
 */
record Discovery(
    Map<String, LinkedHashSet<String>> versions, Map<String, String> doubtful, String failure) {

  private static final Set<String> ALWAYS_SERVED =
      Set.of("", "apps", "batch", "rbac.authorization.k8s.io");

  /** The version to read a kind in: the one we know best, when it is served. */
  Optional<String> version(Kinds kind) {
    if (!failure.isEmpty()) {
      return ALWAYS_SERVED.contains(kind.group())
          ? Optional.of(kind.versions().getFirst())
          : Optional.empty();
    }
    Set<String> served = versions.getOrDefault(kind.resource(), new LinkedHashSet<>());
    return kind.versions().stream().filter(served::contains).findFirst();
  }

  /** Whether it proves that there is no such kind: a core one is hidden rather than absent. */
  boolean excludes(Kinds kind) {
    return failure.isEmpty()
        && !versions.containsKey(kind.resource())
        && !doubtful.containsKey(kind.group())
        && !ALWAYS_SERVED.contains(kind.group());
  }

  /** Why a kind that is not excluded cannot be read either. */
  String doubt(Kinds kind) {
    if (!failure.isEmpty()) {
      return "discovery failed: " + failure;
    }
    if (versions.containsKey(kind.resource())) {
      return "served only as " + versions.get(kind.resource()) + ", which is not known";
    }
    return doubtful.getOrDefault(kind.group(), "discovery did not list it");
  }

  List<String> notes() {
    return doubtful.entrySet().stream()
        .map(entry -> "API group " + entry.getKey() + ": " + entry.getValue())
        .sorted()
        .toList();
  }
}
