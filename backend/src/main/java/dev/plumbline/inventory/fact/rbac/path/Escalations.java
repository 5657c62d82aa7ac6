package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.rbac.Rbac;
import dev.plumbline.inventory.fact.rbac.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * For every identity that a binding names, the shortest way to administrator of everything; where
 * only admission keeps it from there, the way it would go.
 *
 * <p>The rights of one step are held by one identity, together with the groups that the API server
 * itself puts it in; other groups of people are not in a cluster to be read. The work grows with
 * bindings, accounts and pods, not with their product.
 */
public final class Escalations {

  private final Graph graph;
  private final Map<Place, Step> open;
  private final Map<Place, Step> leastBlocked;

  private Escalations(Graph graph) {
    this.graph = graph;
    this.open = Ways.open(graph);
    this.leastBlocked = Ways.leastBlocked(graph);
  }

  public static Escalations of(Rbac rbac, Snapshot snapshot) {
    return new Escalations(new Graph(rbac, new Terrain(snapshot)));
  }

  /**
   * One for each identity that gets there: those of the distribution last, the short ones first.
   */
  public List<Path> paths() {
    return all(this::from);
  }

  /**
   * One for each identity that would get there did admission not stop a step; ordered as {@link
   * #paths}.
   */
  public List<Path> blocked() {
    return all(this::blocked);
  }

  private List<Path> all(Function<Place, Optional<Path>> way) {
    return graph.identities().all().stream()
        .flatMap(place -> way.apply(place).stream())
        .sorted(
            Comparator.comparing(Path::platform)
                .thenComparing(Path::length)
                .thenComparing(path -> path.from().label()))
        .toList();
  }

  /** The way from one subject, as a binding names it; empty where there is none. */
  public Optional<Path> from(Subject subject) {
    return known(Identities.place(subject)).flatMap(this::from);
  }

  /** The way from a subject that no binding need name. */
  public Optional<Path> from(String kind, String namespace, String name) {
    return known(place(kind, namespace, name)).flatMap(this::from);
  }

  /** The way from one subject that has no open one, with what stops it. */
  public Optional<Path> blocked(Subject subject) {
    return known(Identities.place(subject)).flatMap(this::blocked);
  }

  /** The way that is stopped from a subject that no binding need name. */
  public Optional<Path> blocked(String kind, String namespace, String name) {
    return known(place(kind, namespace, name)).flatMap(this::blocked);
  }

  /** Whether a subject belongs to Kubernetes or its distribution. */
  public boolean platform(Subject subject) {
    return graph.identities().platform(Identities.place(subject));
  }

  private Optional<Place> known(Place place) {
    return graph.identities().known(place);
  }

  private static Place place(String kind, String namespace, String name) {
    return switch (kind) {
      case "ServiceAccount" -> Place.account(namespace, name);
      case "Group" -> Place.group(name);
      default -> Identities.user(name);
    };
  }

  Optional<Path> from(Place place) {
    return path(place, open);
  }

  Optional<Path> blocked(Place place) {
    return open.containsKey(place) ? Optional.empty() : path(place, leastBlocked);
  }

  private Optional<Path> path(Place place, Map<Place, Step> next) {
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
