package dev.plumbline.inventory.fact.rbac.path;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A technique that takes powers held together in one namespace, or in the whole cluster.
 *
 * @param targets where it leads
 * @param shut where it would lead besides, did admission not stop it, and what does
 */
record Recipe(Technique technique, List<Power> powers, Targets targets, Shut shut) {

  Recipe(Technique technique, List<Power> powers, Targets targets) {
    this(technique, powers, targets, (terrain, scope, names) -> Map.of());
  }

  /** Where a technique leads. */
  interface Targets {

    /**
     * The places.
     *
     * @param scope namespace, empty for the whole cluster
     * @param names objects that the only power is limited to; empty where it is not
     */
    Collection<Place> of(Terrain terrain, String scope, Set<String> names);
  }

  /** Where a technique would lead, by the place; arguments as of {@link Targets}. */
  interface Shut {
    Map<Place, Block> of(Terrain terrain, String scope, Set<String> names);
  }

  private static final List<Power> MAKING_PODS =
      List.of(Power.CREATE_PODS, Power.CHANGE_APPS, Power.CHANGE_JOBS, Power.CHANGE_CONTROLLERS);

  static final List<Recipe> ALL = all();

  private static List<Recipe> all() {
    List<Recipe> all = new java.util.ArrayList<>(alone());
    all.addAll(together());
    for (Power pods : MAKING_PODS) {
      all.add(new Recipe(Technique.PODS, List.of(pods), Recipe::accounts));
      all.add(
          new Recipe(Technique.NODE_BY_PODS, List.of(pods), Recipe::openNodes, Recipe::shutNodes));
      all.add(
          new Recipe(
              Technique.RELABEL,
              List.of(Power.CHANGE_NAMESPACES, pods),
              (t, s, n) -> List.of(Place.NODES)));
      all.add(
          new Recipe(
              Technique.VOLUME,
              List.of(Power.CREATE_VOLUMES, Power.CREATE_CLAIMS, pods),
              (t, s, n) -> List.of(Place.NODES)));
    }
    return List.copyOf(all);
  }

  private static List<Recipe> alone() {
    return List.of(
        new Recipe(Technique.EVERYTHING, List.of(Power.EVERYTHING), Recipe::target),
        new Recipe(Technique.SECRETS, List.of(Power.READ_SECRETS), Terrain::tokens),
        new Recipe(Technique.TOKENS, List.of(Power.CREATE_TOKENS), Recipe::accountsNamed),
        new Recipe(Technique.IMAGES, List.of(Power.CHANGE_PODS), Recipe::inside),
        new Recipe(Technique.EXECUTE, List.of(Power.EXECUTE), Recipe::inside),
        new Recipe(
            Technique.DEBUG, List.of(Power.DEBUG_PODS), Recipe::debugged, Recipe::shutDebugged),
        new Recipe(Technique.KUBELET, List.of(Power.REACH_KUBELETS), Recipe::nodes),
        new Recipe(
            Technique.IMPERSONATE, List.of(Power.IMPERSONATE_ACCOUNTS), Recipe::accountsNamed),
        new Recipe(Technique.IMPERSONATE, List.of(Power.IMPERSONATE_USERS), Recipe::users),
        new Recipe(Technique.WEBHOOK, List.of(Power.CHANGE_WEBHOOKS), Recipe::everyPod),
        new Recipe(
            Technique.CLOUD_LOGINS,
            List.of(Power.CHANGE_CLOUD_LOGINS),
            (t, s, n) ->
                t.cloudLogins() && (s.isEmpty() || s.equals("kube-system"))
                    ? List.of(Place.TARGET)
                    : List.of()));
  }

  private static List<Recipe> together() {
    return List.of(
        new Recipe(
            Technique.MADE_SECRETS,
            List.of(Power.CREATE_SECRETS, Power.READ_SECRETS),
            Recipe::accounts),
        new Recipe(
            Technique.CERTIFICATE,
            List.of(Power.REQUEST_CERTIFICATES, Power.APPROVE_REQUESTS, Power.APPROVE_CLIENTS),
            (t, s, n) -> List.of(Place.NAMES)),
        new Recipe(
            Technique.CERTIFICATE,
            List.of(Power.REQUEST_CERTIFICATES, Power.APPROVE_REQUESTS, Power.APPROVE_KUBELETS),
            (t, s, n) -> List.of(Place.KUBELETS)),
        new Recipe(
            Technique.NODE_CERTIFICATE,
            List.of(Power.REQUEST_CERTIFICATES, Power.JOIN_AS_NODE),
            (t, s, n) -> List.of(Place.KUBELETS)),
        new Recipe(
            Technique.WEBHOOK,
            List.of(Power.CHANGE_POLICIES, Power.CHANGE_POLICY_BINDINGS),
            Recipe::everyPod));
  }

  private static List<Place> target(Terrain terrain, String scope, Set<String> names) {
    return List.of(Place.TARGET);
  }

  private static List<Place> everyPod(Terrain terrain, String scope, Set<String> names) {
    return List.of(Place.NODES, Place.accounts(""));
  }

  private static List<Place> accounts(Terrain terrain, String scope, Set<String> names) {
    return List.of(Place.accounts(scope));
  }

  private static List<Place> accountsNamed(Terrain terrain, String scope, Set<String> names) {
    return names.isEmpty() ? List.of(Place.accounts(scope)) : terrain.accounts(scope, names);
  }

  private static List<Place> openNodes(Terrain terrain, String scope, Set<String> names) {
    return terrain.shut(scope).isEmpty() ? List.of(Place.NODES) : List.of();
  }

  private static Map<Place, Block> shutNodes(Terrain terrain, String scope, Set<String> names) {
    return terrain.shut(scope).map(block -> Map.of(Place.NODES, block)).orElse(Map.of());
  }

  private static Map<Place, Block> shutDebugged(Terrain terrain, String scope, Set<String> names) {
    return names.isEmpty() ? Map.of() : terrain.shutNodes(scope, names);
  }

  private static Collection<Place> inside(Terrain terrain, String scope, Set<String> names) {
    if (names.isEmpty()) {
      return List.of(Place.pods(scope));
    }
    Set<Place> places = new LinkedHashSet<>(terrain.breakouts(scope, names));
    places.addAll(terrain.inside(scope, names));
    return places;
  }

  private static Collection<Place> debugged(Terrain terrain, String scope, Set<String> names) {
    if (names.isEmpty()) {
      return List.of(Place.debugged(scope));
    }
    Set<Place> places = new LinkedHashSet<>(terrain.debugNodes(scope, names));
    places.addAll(terrain.inside(scope, names));
    return places;
  }

  private static List<Place> nodes(Terrain terrain, String scope, Set<String> names) {
    return names.isEmpty() ? List.of(Place.NODES) : names.stream().map(Place::node).toList();
  }

  private static List<Place> users(Terrain terrain, String scope, Set<String> names) {
    return names.isEmpty() ? List.of(Place.USERS) : names.stream().map(Place::user).toList();
  }
}
