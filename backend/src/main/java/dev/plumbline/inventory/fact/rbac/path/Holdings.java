package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.fact.rbac.Binding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one identity or role may do, by power and namespace, and what it has by its groups. */
final class Holdings {

  private final Map<Power, Map<String, List<Grant>>> own = new EnumMap<>(Power.class);
  private final List<Binding> bindings = new ArrayList<>();
  private final @Nullable Holdings outer;

  /**
   * Nothing yet.
   *
   * @param outer what the group gives that everybody of this kind is in
   */
  Holdings(@Nullable Holdings outer) {
    this.outer = outer;
  }

  void add(Binding binding, Collection<Right> rights) {
    bindings.add(binding);
    add(
        binding.namespace(),
        Optional.of(binding),
        binding.roleKind() + " " + binding.roleName(),
        rights);
  }

  void add(String scope, Optional<Binding> binding, String role, Collection<Right> rights) {
    for (Right right : rights) {
      if (scope.isEmpty() || !right.power().clusterScoped()) {
        add(right, scope, binding, role);
      }
    }
  }

  private void add(Right right, String scope, Optional<Binding> binding, String role) {
    String words = right.power().words();
    if (right.power() != Power.CHANGE_NAMESPACES || right.names().isEmpty()) {
      put(right.power(), new Grant(words, scope, binding, role, right.rule(), right.names()));
      return;
    }
    right.names().stream()
        .filter(name -> scope.isEmpty() || scope.equals(name))
        .forEach(name ->
            put(right.power(), new Grant(words, name, binding, role, right.rule(), Set.of())));
  }

  private void put(Power power, Grant grant) {
    own.computeIfAbsent(power, p -> new LinkedHashMap<>())
        .computeIfAbsent(grant.scope(), s -> new ArrayList<>())
        .add(grant);
  }

  /** Its own grants of a power, in every namespace. */
  Stream<Grant> own(Power power) {
    return own.getOrDefault(power, Map.of()).values().stream().flatMap(List::stream);
  }

  /** Grants of a power that hold in a namespace, its own and its groups'. */
  Stream<Grant> holding(Power power, String scope) {
    var byScope = own.getOrDefault(power, Map.of());
    Stream<Grant> everywhere = byScope.getOrDefault("", List.of()).stream();
    Stream<Grant> there =
        scope.isEmpty() ? Stream.of() : byScope.getOrDefault(scope, List.of()).stream();
    Stream<Grant> mine = Stream.concat(everywhere, there);
    return outer == null ? mine : Stream.concat(mine, outer.holding(power, scope));
  }

  /** A grant of a power in whichever namespace, its own or its groups'. */
  Optional<Grant> anywhere(Power power) {
    Optional<Grant> mine = own(power).findFirst();
    return mine.isPresent() || outer == null ? mine : outer.anywhere(power);
  }

  /** Its own bindings and its groups'. */
  Stream<Binding> bindings() {
    return outer == null ? bindings.stream() : Stream.concat(bindings.stream(), outer.bindings());
  }

  /** Where all these powers may hold together; some of its own is among them. */
  Set<String> scopes(List<Power> powers) {
    Set<String> scopes = new LinkedHashSet<>();
    powers.forEach(power -> scopes.addAll(own.getOrDefault(power, Map.of()).keySet()));
    if (scopes.contains("") && outer != null) {
      powers.forEach(power -> outer.collect(power, scopes));
    }
    return scopes;
  }

  private void collect(Power power, Set<String> scopes) {
    scopes.addAll(own.getOrDefault(power, Map.of()).keySet());
    if (outer != null) {
      outer.collect(power, scopes);
    }
  }
}
