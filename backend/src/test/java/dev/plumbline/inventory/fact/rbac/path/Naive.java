package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.fact.rbac.path.Place.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Distances to the target by asking every question of every actor over plain documents. */
final class Naive {

  private final World world;
  private final NaiveSteps steps;
  private final Map<Place, Set<Place>> edges = new HashMap<>();

  Naive(World world) {
    this.world = world;
    this.steps = new NaiveSteps(world);
  }

  private final Map<Place, Place> before = new HashMap<>();

  String way(Place from) {
    distance(from);
    StringBuilder way = new StringBuilder("target");
    for (Place at = Place.TARGET; before.containsKey(at); at = before.get(at)) {
      way.insert(0, before.get(at).label() + " > ");
    }
    return way.toString();
  }

  int distance(Place from) {
    before.clear();
    Map<Place, Integer> best = new HashMap<>();
    best.put(from, 0);
    var layer = new LinkedHashSet<>(closure(from));
    layer.forEach(place -> best.putIfAbsent(place, 0));
    for (int depth = 1; !layer.isEmpty(); depth++) {
      var following = new LinkedHashSet<Place>();
      for (Place place : layer) {
        for (Place next : edges(place)) {
          for (Place member : closure(next)) {
            if (best.putIfAbsent(member, depth) == null) {
              before.put(member, place);
              following.add(member);
            }
          }
        }
      }
      layer = following;
    }
    return best.getOrDefault(Place.TARGET, -1);
  }

  /** Everything that is held by holding the place, without a step. */
  private Set<Place> closure(Place place) {
    var all = new LinkedHashSet<Place>(groups(place));
    Set<Place> parts =
        switch (place.type()) {
          case ACCOUNTS, USERS, NAMES, PODS, DEBUGGED -> edges(place);
          default -> Set.of();
        };
    for (Place part : parts) {
      all.addAll(groups(part));
    }
    return all;
  }

  private static Set<Place> groups(Place place) {
    var all = new LinkedHashSet<Place>(Set.of(place));
    chain(place).forEach(group -> all.add(Place.group(group)));
    return all;
  }

  private static List<String> chain(Place place) {
    return switch (place.type()) {
      case ACCOUNT ->
          List.of(
              "system:serviceaccounts:" + place.namespace(),
              "system:serviceaccounts",
              "system:authenticated");
      case USER ->
          place.name().equals("system:anonymous")
              ? List.of("system:unauthenticated")
              : List.of("system:authenticated");
      case GROUP ->
          place.name().startsWith("system:serviceaccounts:")
              ? List.of("system:serviceaccounts", "system:authenticated")
              : Set.of("system:authenticated", "system:unauthenticated").contains(place.name())
                  ? List.of()
                  : List.of("system:authenticated");
      default -> List.of();
    };
  }

  private List<World.Bind> bound(Place place) {
    Set<Place> who = groups(place);
    return world.bindings.stream()
        .filter(binding -> binding.subjects().stream().anyMatch(who::contains))
        .toList();
  }

  private List<NaiveSteps.Held> held(Place place) {
    List<NaiveSteps.Held> held = new ArrayList<>();
    if (place.type() == Type.NAMESPACE) {
      held.add(new NaiveSteps.Held(place.namespace(), World.ANYTHING));
    } else if (place.type() == Type.ROLE) {
      world
          .rules(place.namespace(), place.name())
          .forEach(rule -> held.add(new NaiveSteps.Held(place.namespace(), rule)));
    } else {
      for (World.Bind binding : bound(place)) {
        world
            .rules(binding.namespace(), binding.role())
            .forEach(rule -> held.add(new NaiveSteps.Held(binding.namespace(), rule)));
      }
    }
    return held;
  }

  private Set<Place> edges(Place place) {
    Set<Place> known = edges.get(place);
    if (known == null) {
      known = ask(place);
      edges.put(place, known);
    }
    return known;
  }

  private Set<Place> ask(Place place) {
    return switch (place.type()) {
      case TARGET -> Set.of();
      case USER, GROUP, ACCOUNT, ROLE, NAMESPACE -> steps.from(place, held(place), bound(place));
      case ACCOUNTS -> new HashSet<>(world.accountsIn(place.namespace()));
      case USERS -> world.named(Type.USER);
      case NAMES -> {
        Set<Place> all = world.named(Type.USER);
        all.addAll(world.named(Type.GROUP));
        all.remove(Place.group("system:masters"));
        yield all;
      }
      case PODS -> inside(place.namespace(), false);
      case DEBUGGED -> inside(place.namespace(), true);
      case KUBELETS -> tokens("");
      case NODE -> {
        Set<Place> all = new HashSet<>();
        world.pods.stream()
            .filter(pod -> pod.node().equals(place.name()))
            .forEach(pod -> pod.token().ifPresent(all::add));
        if (world.controlPlane.contains(place.name())) {
          all.add(Place.TARGET);
        }
        yield all;
      }
      case NODES -> {
        Set<Place> all = tokens("");
        if (!world.controlPlane.isEmpty()) {
          all.add(Place.TARGET);
        }
        yield all;
      }
    };
  }

  private Set<Place> tokens(String namespace) {
    Set<Place> all = new HashSet<>();
    world.pods.stream()
        .filter(pod -> namespace.isEmpty() || pod.namespace().equals(namespace))
        .forEach(pod -> pod.token().ifPresent(all::add));
    return all;
  }

  private Set<Place> inside(String namespace, boolean debugged) {
    Set<Place> all = tokens(namespace);
    world.pods.stream()
        .filter(pod -> namespace.isEmpty() || pod.namespace().equals(namespace))
        .filter(pod ->
            pod.breakout() || (debugged && !world.closedToContainers.contains(pod.namespace())))
        .forEach(pod -> all.add(Place.node(pod.node())));
    return all;
  }
}
