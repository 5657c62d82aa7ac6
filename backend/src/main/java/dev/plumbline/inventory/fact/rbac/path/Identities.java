package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.rbac.Binding;
import dev.plumbline.inventory.fact.rbac.Rbac;
import dev.plumbline.inventory.fact.rbac.Role;
import dev.plumbline.inventory.fact.rbac.Rule;
import dev.plumbline.inventory.fact.rbac.Subject;
import dev.plumbline.inventory.fact.rbac.path.Place.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Users, groups and accounts that bindings name, with what they hold. */
final class Identities {

  private static final String ACCOUNT = "system:serviceaccount:";
  private static final String ACCOUNTS = "system:serviceaccounts";
  private static final String AUTHENTICATED = "system:authenticated";
  private static final String UNAUTHENTICATED = "system:unauthenticated";
  private static final Rule ANYTHING =
      new Rule(List.of("*"), List.of("*"), List.of(), List.of("*"), List.of());

  private final Map<Place, Holdings> holdings = new HashMap<>();
  private final Map<Place, List<Binding>> bindings = new LinkedHashMap<>();
  private final Map<Place, Boolean> platform = new HashMap<>();
  private final Map<String, List<Rule>> rules = new HashMap<>();
  private final Map<String, List<Right>> rights = new HashMap<>();

  Identities(Rbac rbac, Terrain terrain) {
    for (Role role : rbac.roles()) {
      rules.put(key(role.namespace(), role.kind() + " " + role.name()), role.rules());
    }
    for (Binding binding : rbac.bindings()) {
      binding.subjects().forEach(subject -> add(subject, binding, terrain));
    }
  }

  private void add(Subject subject, Binding binding, Terrain terrain) {
    Place place = place(subject);
    bindings.computeIfAbsent(place, p -> new ArrayList<>()).add(binding);
    platform.merge(place, Platform.is(place, subject.shipped()), Boolean::logicalAnd);
    if (place.type() == Type.ACCOUNT && !isAbsent(subject)) {
      terrain.account(place.namespace(), place.name());
    }
  }

  private static boolean isAbsent(Subject subject) {
    return subject.found() instanceof Answer.Known<Boolean> known && !known.value();
  }

  /** A user by an account's name is that account. */
  static Place place(Subject subject) {
    return switch (subject.kind()) {
      case "ServiceAccount" -> Place.account(subject.namespace(), subject.name());
      case "Group" -> Place.group(subject.name());
      default -> user(subject.name());
    };
  }

  static Place user(String name) {
    String[] parts = name.startsWith(ACCOUNT) ? name.split(":", -1) : new String[0];
    return parts.length == 4 ? Place.account(parts[2], parts[3]) : Place.user(name);
  }

  Collection<Place> all() {
    return bindings.keySet();
  }

  List<Place> of(Type type) {
    return bindings.keySet().stream().filter(place -> place.type() == type).toList();
  }

  /** Whether nobody but Kubernetes or its distribution gave it rights. */
  boolean platform(Place place) {
    return platform.getOrDefault(place, false);
  }

  List<Binding> bindings(Place place) {
    return bindings.getOrDefault(place, List.of());
  }

  /** The place itself where a binding names it, else the first of its groups that one names. */
  Optional<Place> known(Place place) {
    if (bindings.containsKey(place) || place.equals(Place.group("system:masters"))) {
      return Optional.of(place);
    }
    return group(place);
  }

  /** The nearest group of an identity that a binding names. */
  Optional<Place> group(Place place) {
    Optional<Place> group = parent(place);
    while (group.isPresent() && !bindings.containsKey(group.get())) {
      group = parent(group.get());
    }
    return group;
  }

  private static Optional<Place> parent(Place place) {
    return switch (place.type()) {
      case ACCOUNT -> Optional.of(Place.group(ACCOUNTS + ":" + place.namespace()));
      case USER ->
          Optional.of(
              Place.group(
                  place.name().equals("system:anonymous") ? UNAUTHENTICATED : AUTHENTICATED));
      case GROUP -> parentOf(place.name());
      default -> Optional.empty();
    };
  }

  private static Optional<Place> parentOf(String group) {
    if (group.startsWith(ACCOUNTS + ":")) {
      return Optional.of(Place.group(ACCOUNTS));
    }
    return Set.of(AUTHENTICATED, UNAUTHENTICATED).contains(group)
        ? Optional.empty()
        : Optional.of(Place.group(AUTHENTICATED));
  }

  Holdings holdings(Place place) {
    Holdings made = holdings.get(place);
    if (made == null) {
      made = new Holdings(group(place).map(this::holdings).orElse(null));
      holdings.put(place, made);
      for (Binding binding : bindings(place)) {
        made.add(binding, rights(binding));
      }
    }
    return made;
  }

  private List<Right> rights(Binding binding) {
    String scope = binding.roleKind().equals("ClusterRole") ? "" : binding.namespace();
    return rights(key(scope, binding.roleKind() + " " + binding.roleName()));
  }

  private List<Right> rights(String key) {
    return rights.computeIfAbsent(key, k -> Right.of(rules.getOrDefault(k, List.of())));
  }

  /** What a role gives that was gained on the way. */
  Holdings role(Place place) {
    var gained = new Holdings(null);
    if (place.type() == Type.NAMESPACE) {
      gained.add(place.namespace(), Optional.empty(), place.label(), Right.of(List.of(ANYTHING)));
      return gained;
    }
    String scope = place.name().startsWith("ClusterRole ") ? "" : place.namespace();
    gained.add(place.namespace(), Optional.empty(), place.name(), rights(key(scope, place.name())));
    return gained;
  }

  private static String key(String namespace, String role) {
    return namespace + "/" + role;
  }
}
