package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.rbac.Rbac;
import dev.plumbline.inventory.fact.rbac.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For every identity that a binding names, the shortest way to administrator of everything.
 *
 * <p>The rights of one step are held by one identity, together with the groups that the API server
 * itself puts it in; other groups of people are not in a cluster to be read. The work grows with
 * bindings, accounts and pods, not with their product.
 */
public final class Escalations {

  private final Graph graph;
  private final Map<Place, Step> next = new HashMap<>();

  private Escalations(Graph graph) {
    this.graph = graph;
    search();
  }

  public static Escalations of(Rbac rbac, Snapshot snapshot) {
    return new Escalations(new Graph(rbac, new Terrain(snapshot)));
  }

  /** Backwards from the target; being in a group costs nothing, so that it goes to the front. */
  private void search() {
    Set<Place> done = new HashSet<>();
    Deque<Reached> queue = new ArrayDeque<>();
    queue.add(new Reached(Place.TARGET, null));
    while (!queue.isEmpty()) {
      Reached reached = queue.removeFirst();
      if (!done.add(reached.place())) {
        continue;
      }
      if (reached.by() != null) {
        next.put(reached.place(), reached.by());
      }
      for (Step step : graph.into(reached.place())) {
        var before = new Reached(step.from(), step);
        if (step.weight() == 0) {
          queue.addFirst(before);
        } else {
          queue.addLast(before);
        }
      }
    }
  }

  private record Reached(Place place, @Nullable Step by) {}

  /**
   * One for each identity that gets there: those of the distribution last, the short ones first.
   */
  public List<Path> paths() {
    return graph.identities().all().stream()
        .flatMap(place -> from(place).stream())
        .sorted(
            Comparator.comparing(Path::platform)
                .thenComparing(Path::length)
                .thenComparing(path -> path.from().label()))
        .toList();
  }

  /** The way from one subject, as a binding names it; empty where there is none. */
  public Optional<Path> from(Subject subject) {
    return graph.identities().known(Identities.place(subject)).flatMap(this::from);
  }

  /** The way from a subject that no binding need name. */
  public Optional<Path> from(String kind, String namespace, String name) {
    Place place =
        switch (kind) {
          case "ServiceAccount" -> Place.account(namespace, name);
          case "Group" -> Place.group(name);
          default -> Identities.user(name);
        };
    return graph.identities().known(place).flatMap(this::from);
  }

  /** Whether a subject belongs to Kubernetes or its distribution. */
  public boolean platform(Subject subject) {
    return graph.identities().platform(Identities.place(subject));
  }

  Optional<Path> from(Place place) {
    if (!next.containsKey(place)) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    for (Step step = next.get(place); step != null; step = next.get(step.to())) {
      steps.add(step);
    }
    return Optional.of(new Path(place, graph.identities().platform(place), steps));
  }
}
