package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.fact.rbac.Binding;
import dev.plumbline.inventory.fact.rbac.Rbac;
import dev.plumbline.inventory.fact.rbac.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Techniques over roles, bindings and groups: escalate, bind and impersonate groups. */
final class RoleRecipes {

  private static final String CLUSTER_ROLE = "ClusterRole";
  private static final String ROLE = "Role";

  private final Map<String, List<Binding>> bindings = new HashMap<>();
  private final Map<String, List<String>> roles = new HashMap<>();
  private final Set<String> namespaces;

  RoleRecipes(Rbac rbac, Terrain terrain) {
    rbac.bindings()
        .forEach(it -> bindings.computeIfAbsent(it.namespace(), n -> new ArrayList<>()).add(it));
    rbac.roles().stream().filter(role -> role.kind().equals(ROLE)).forEach(role -> add(role));
    namespaces = terrain.namespaces();
  }

  private void add(Role role) {
    roles.computeIfAbsent(role.namespace(), n -> new ArrayList<>()).add(role.name());
  }

  /** Takes a step's rights and its end. */
  interface Sink {
    void step(Technique technique, Place to, List<Grant> rests);
  }

  void of(Holdings holdings, Sink sink) {
    escalate(holdings, Power.ESCALATE_CLUSTER_ROLES, Power.CHANGE_CLUSTER_ROLES, sink);
    escalate(holdings, Power.ESCALATE_ROLES, Power.CHANGE_ROLES, sink);
    bindInCluster(holdings, sink);
    bindInNamespaces(holdings, sink);
    impersonate(holdings, sink);
  }

  private void escalate(Holdings holdings, Power verb, Power change, Sink sink) {
    if (holdings.anywhere(verb).isEmpty()) {
      return;
    }
    String kind = verb == Power.ESCALATE_ROLES ? ROLE : CLUSTER_ROLE;
    holdings
        .bindings()
        .filter(binding -> binding.roleKind().equals(kind))
        .forEach(binding -> {
          String scope = kind.equals(ROLE) ? binding.namespace() : "";
          String role = binding.roleName();
          pairs(
              holdings,
              verb,
              change,
              scope,
              role,
              role,
              rests -> {
                Place to =
                    binding.namespace().isEmpty()
                        ? Place.TARGET
                        : Place.namespace(binding.namespace());
                sink.step(Technique.ESCALATE, to, rests);
              });
        });
  }

  /** The first grants of two powers that cover their objects; {@code ""} is a new object. */
  private static void pairs(
      Holdings holdings,
      Power one,
      Power other,
      String scope,
      String oneName,
      String otherName,
      java.util.function.Consumer<List<Grant>> found) {
    var first = holdings.holding(one, scope).filter(it -> it.covers(oneName)).findFirst();
    var second = holdings.holding(other, scope).filter(it -> it.covers(otherName)).findFirst();
    if (first.isPresent() && second.isPresent()) {
      found.accept(List.of(first.get(), second.get()));
    }
  }

  private void bindInCluster(Holdings holdings, Sink sink) {
    var powers =
        List.of(
            Power.BIND_CLUSTER_ROLES, Power.CREATE_CLUSTER_BINDINGS, Power.CHANGE_CLUSTER_BINDINGS);
    if (!holdings.scopes(powers).contains("")) {
      return;
    }
    BiConsumer<String, List<Grant>> gain =
        (role, rests) -> sink.step(Technique.BIND, gained("", CLUSTER_ROLE, role), rests);
    create(holdings, Power.BIND_CLUSTER_ROLES, Power.CREATE_CLUSTER_BINDINGS, "", gain);
    for (Binding binding : bindings.getOrDefault("", List.of())) {
      pairs(
          holdings,
          Power.BIND_CLUSTER_ROLES,
          Power.CHANGE_CLUSTER_BINDINGS,
          "",
          binding.roleName(),
          binding.name(),
          rests -> gain.accept(binding.roleName(), rests));
    }
  }

  /** The name {@code *} stands for any role, also for that of administrators. */
  private static Place gained(String scope, String kind, String role) {
    if (!role.equals("*")) {
      return Place.role(scope, kind, role);
    }
    return scope.isEmpty() ? Place.TARGET : Place.namespace(scope);
  }

  /** Roles that can be bound anew: {@code *} where none is named. */
  private static void create(
      Holdings holdings,
      Power bind,
      Power create,
      String scope,
      BiConsumer<String, List<Grant>> gain) {
    holdings
        .holding(create, scope)
        .findFirst()
        .ifPresent(made ->
            holdings
                .holding(bind, scope)
                .forEach(bound -> {
                  List<Grant> rests = List.of(made, bound);
                  if (bound.names().isEmpty()) {
                    gain.accept("*", rests);
                  }
                  bound.names().forEach(role -> gain.accept(role, rests));
                }));
  }

  private void bindInNamespaces(Holdings holdings, Sink sink) {
    var scopes =
        holdings.scopes(
            List.of(
                Power.BIND_CLUSTER_ROLES,
                Power.BIND_ROLES,
                Power.CREATE_BINDINGS,
                Power.CHANGE_BINDINGS));
    for (String scope : scopes.contains("") ? namespaces : scopes) {
      create(
          holdings,
          Power.BIND_CLUSTER_ROLES,
          Power.CREATE_BINDINGS,
          scope,
          (role, rests) -> sink.step(Technique.BIND, gained(scope, CLUSTER_ROLE, role), rests));
      create(
          holdings,
          Power.BIND_ROLES,
          Power.CREATE_BINDINGS,
          scope,
          (role, rests) -> bound(scope, role).forEach(to -> sink.step(Technique.BIND, to, rests)));
      join(holdings, scope, sink);
    }
  }

  private List<Place> bound(String scope, String role) {
    return role.equals("*")
        ? roles.getOrDefault(scope, List.of()).stream()
            .map(name -> Place.role(scope, ROLE, name))
            .toList()
        : List.of(Place.role(scope, ROLE, role));
  }

  private void join(Holdings holdings, String scope, Sink sink) {
    if (holdings.holding(Power.CHANGE_BINDINGS, scope).findAny().isEmpty()) {
      return;
    }
    for (Binding binding : bindings.getOrDefault(scope, List.of())) {
      Power bind = binding.roleKind().equals(ROLE) ? Power.BIND_ROLES : Power.BIND_CLUSTER_ROLES;
      Place to = Place.role(scope, binding.roleKind(), binding.roleName());
      pairs(
          holdings,
          bind,
          Power.CHANGE_BINDINGS,
          scope,
          binding.roleName(),
          binding.name(),
          rests -> sink.step(Technique.BIND, to, rests));
    }
  }

  /** A group can only be taken on together with some user or account. */
  private void impersonate(Holdings holdings, Sink sink) {
    var groups = holdings.holding(Power.IMPERSONATE_GROUPS, "").toList();
    if (groups.isEmpty()) {
      return;
    }
    someone(holdings)
        .ifPresent(someone ->
            groups.forEach(grant -> {
              List<Grant> rests = List.of(grant, someone);
              if (grant.names().isEmpty()) {
                sink.step(Technique.IMPERSONATE, Place.group("system:masters"), rests);
              }
              grant
                  .names()
                  .forEach(name -> sink.step(Technique.IMPERSONATE, Place.group(name), rests));
            }));
  }

  private static java.util.Optional<Grant> someone(Holdings holdings) {
    return holdings
        .holding(Power.IMPERSONATE_USERS, "")
        .findFirst()
        .or(() -> holdings.anywhere(Power.IMPERSONATE_ACCOUNTS));
  }
}
