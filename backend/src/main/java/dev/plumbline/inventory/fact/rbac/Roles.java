package dev.plumbline.inventory.fact.rbac;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every Role and ClusterRole by key. */
record Roles(Map<ObjectKey, Role> byKey) {

  private static final String GROUP = "rbac.authorization.k8s.io";
  static final Kind CLUSTER_ROLE = new Kind(GROUP, "ClusterRole");
  static final Kind ROLE = new Kind(GROUP, "Role");

  static Roles of(Snapshot snapshot) {
    Map<ObjectKey, Role> roles = new LinkedHashMap<>();
    Collection<KubeObject> clusterRoles = snapshot.all(CLUSTER_ROLE);
    var aggregation = new Aggregation(clusterRoles);
    clusterRoles.forEach(role -> roles.put(role.key(), role(role, aggregation)));
    var none = new Aggregation(List.of());
    snapshot.all(ROLE).forEach(role -> roles.put(role.key(), role(role, none)));
    return new Roles(roles);
  }

  List<Role> all() {
    return List.copyOf(byKey.values());
  }

  Optional<Role> find(ObjectKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  private static Role role(KubeObject role, Aggregation aggregation) {
    List<Rule> rules = rules(role);
    return new Role(
        role.key().kind().name(),
        role.key().namespace(),
        role.key().name(),
        rules.isEmpty() ? aggregated(role, aggregation) : rules,
        Shipped.role(role));
  }

  private static List<Rule> rules(KubeObject role) {
    return Documents.maps(role.document(), "rules").stream().map(Rule::of).toList();
  }

  /** What the aggregation controller will fill in, for a manifest it has not seen yet. */
  private static List<Rule> aggregated(KubeObject role, Aggregation aggregation) {
    List<Rule> rules = new ArrayList<>();
    aggregation.parts(role).forEach(part -> rules.addAll(rules(part)));
    return rules;
  }
}
