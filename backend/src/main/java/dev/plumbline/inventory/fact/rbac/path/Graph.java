package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.fact.rbac.Rbac;
import dev.plumbline.inventory.fact.rbac.path.Place.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every place that somebody may come to, and the steps between them. */
final class Graph {

  private static final Place MASTERS = Place.group("system:masters");

  private final Identities identities;
  private final Terrain terrain;
  private final RoleRecipes roleRecipes;
  private final Map<Place, List<Step>> into = new HashMap<>();
  private final Set<Place> seen = new HashSet<>();
  private final Deque<Place> open = new ArrayDeque<>();

  Graph(Rbac rbac, Terrain terrain) {
    this.terrain = terrain;
    this.identities = new Identities(rbac, terrain);
    this.roleRecipes = new RoleRecipes(rbac, terrain);
    identities.all().forEach(this::reach);
    while (!open.isEmpty()) {
      expand(open.remove());
    }
  }

  Identities identities() {
    return identities;
  }

  /** The last step of every way that leads here. */
  List<Step> into(Place place) {
    return into.getOrDefault(place, List.of());
  }

  private void reach(Place place) {
    if (seen.add(place)) {
      open.add(place);
    }
  }

  private void step(Place from, Place to, Technique technique, List<Grant> rests) {
    step(from, to, technique, rests, Optional.empty());
  }

  private void step(
      Place from, Place to, Technique technique, List<Grant> rests, Optional<Block> block) {
    Optional<Place> known = to.identity() ? identities.known(to) : Optional.of(to);
    known
        .filter(place -> !place.equals(from))
        .ifPresent(place -> {
          into.computeIfAbsent(place, p -> new ArrayList<>())
              .add(new Step(from, place, technique, rests, block));
          reach(place);
        });
  }

  private void expand(Place place) {
    switch (place.type()) {
      case USER, GROUP, ACCOUNT -> identity(place);
      case ROLE, NAMESPACE -> rights(place, identities.role(place));
      case ACCOUNTS ->
          each(place, terrain.accounts(place.namespace(), Set.of()), Technique.ONE_OF_THEM);
      case USERS -> each(place, identities.of(Type.USER), Technique.ONE_OF_THEM);
      case NAMES -> names(place);
      case PODS -> inside(place, terrain.breakouts(place.namespace(), Set.of()));
      case DEBUGGED -> debugged(place);
      case KUBELETS -> each(place, terrain.inside("", Set.of()), Technique.ON_THE_NODE);
      case NODE -> node(place, terrain.onNode(place.name()), terrain.controlPlane(place.name()));
      case NODES -> node(place, terrain.inside("", Set.of()), terrain.controlPlaneSeen());
      case TARGET -> {}
    }
  }

  private void each(Place from, Collection<Place> to, Technique technique) {
    to.forEach(place -> step(from, place, technique, List.of()));
  }

  private void identity(Place place) {
    if (place.equals(MASTERS)) {
      step(place, Place.TARGET, Technique.MASTERS, List.of());
      return;
    }
    identities.group(place).ifPresent(group -> step(place, group, Technique.MEMBERSHIP, List.of()));
    rights(place, identities.holdings(place));
    if (place.type() == Type.ACCOUNT && terrain.rootsNode(place)) {
      identities
          .holdings(place)
          .holding(Power.CHANGE_NODES, "")
          .findFirst()
          .ifPresent(grant -> step(place, Place.pods(""), Technique.STEER, List.of(grant)));
    }
  }

  private void rights(Place place, Holdings holdings) {
    Optional<Grant> everything = holdings.own(Power.EVERYTHING).findFirst();
    if (everything.isPresent()) {
      step(place, Place.TARGET, Technique.EVERYTHING, List.of(everything.get()));
      return;
    }
    Recipe.ALL.forEach(recipe -> cook(place, holdings, recipe));
    roleRecipes.of(holdings, (technique, to, rests) -> step(place, to, technique, rests));
  }

  private void cook(Place place, Holdings holdings, Recipe recipe) {
    if (recipe.powers().size() == 1) {
      holdings
          .own(recipe.powers().getFirst())
          .forEach(grant -> cook(place, recipe, grant.scope(), grant.names(), List.of(grant)));
      return;
    }
    for (String scope : holdings.scopes(recipe.powers())) {
      together(holdings, recipe.powers(), scope)
          .ifPresent(rests -> cook(place, recipe, scope, Set.of(), rests));
    }
  }

  private void cook(
      Place place, Recipe recipe, String scope, Set<String> names, List<Grant> rests) {
    Technique technique = recipe.technique();
    recipe.targets().of(terrain, scope, names).forEach(to -> step(place, to, technique, rests));
    recipe
        .shut()
        .of(terrain, scope, names)
        .forEach((to, block) -> step(place, to, technique, rests, Optional.of(block)));
  }

  private static Optional<List<Grant>> together(
      Holdings holdings, List<Power> powers, String scope) {
    List<Grant> rests = new ArrayList<>();
    for (Power power : powers) {
      Optional<Grant> grant = holdings.holding(power, scope).findFirst();
      if (grant.isEmpty()) {
        return Optional.empty();
      }
      rests.add(grant.get());
    }
    return Optional.of(rests);
  }

  private void names(Place place) {
    var all = new LinkedHashSet<>(identities.of(Type.USER));
    all.addAll(identities.of(Type.GROUP));
    all.remove(MASTERS);
    each(place, all, Technique.ONE_OF_THEM);
  }

  private void inside(Place place, Set<Place> nodes) {
    each(place, terrain.inside(place.namespace(), Set.of()), Technique.INSIDE);
    each(place, nodes, Technique.BREAKOUT);
  }

  private void debugged(Place place) {
    Set<Place> breakouts = terrain.breakouts(place.namespace(), Set.of());
    inside(place, breakouts);
    Set<Place> added = new LinkedHashSet<>(terrain.debugNodes(place.namespace(), Set.of()));
    added.removeAll(breakouts);
    each(place, added, Technique.ADDED);
    terrain
        .shutNodes(place.namespace(), Set.of())
        .forEach(
            (node, block) -> step(place, node, Technique.ADDED, List.of(), Optional.of(block)));
  }

  private void node(Place place, Set<Place> accounts, boolean controlPlane) {
    if (controlPlane) {
      step(place, Place.TARGET, Technique.CONTROL_PLANE, List.of());
    }
    each(place, accounts, Technique.ON_THE_NODE);
  }
}
