package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.SelectorIndex;
import dev.plumbline.inventory.Snapshot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Istio's AuthorizationPolicies: those of the workload's namespace and of the mesh's root. */
final class AuthorizationPolicies {

  static final Kind KIND = new Kind("security.istio.io", "AuthorizationPolicy");
  private static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";

  private final String root;
  private final SelectorIndex<Authorization> selecting = new SelectorIndex<>();
  private final Map<Target, List<Authorization>> targeting = new HashMap<>();

  private record Target(String namespace, String kind, String name) {}

  AuthorizationPolicies(Snapshot snapshot, String root) {
    this.root = root;
    snapshot.all(KIND).forEach(this::add);
  }

  private void add(KubeObject object) {
    Map<String, Object> spec = Documents.map(object.document(), "spec");
    var policy = Authorization.of(object, spec);
    List<Map<String, Object>> targets =
        Stream.concat(
                Documents.maps(spec, "targetRefs").stream(),
                Stream.of(Documents.map(spec, "targetRef")).filter(target -> !target.isEmpty()))
            .toList();
    if (targets.isEmpty()) {
      selecting.add(object.key().namespace(), Documents.map(spec, "selector"), policy);
    }
    targets.forEach(target ->
        targeting.merge(target(object, target), List.of(policy), AuthorizationPolicies::both));
  }

  private static List<Authorization> both(List<Authorization> some, List<Authorization> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static Target target(KubeObject object, Map<String, Object> target) {
    return new Target(
        object.key().namespace(), Documents.text(target, "kind"), Documents.text(target, "name"));
  }

  /**
   * Those in force for pods, in order.
   *
   * @param services whose waypoint stands before the pods
   */
  List<Authorization> of(String namespace, Map<String, Object> labels, List<String> services) {
    Stream<Authorization> own = selecting.selecting(namespace, labels).stream();
    Stream<Authorization> everywhere =
        namespace.equals(root) ? Stream.of() : selecting.selecting(root, labels).stream();
    var gateway = new Target(namespace, "Gateway", Documents.text(labels, GATEWAY_NAME));
    Stream<Authorization> targeted =
        Stream.concat(
                Stream.of(gateway),
                services.stream().map(service -> new Target(namespace, "Service", service)))
            .flatMap(target -> targeting.getOrDefault(target, List.of()).stream());
    return Stream.of(own, everywhere, targeted)
        .flatMap(all -> all)
        .distinct()
        .sorted(Comparator.comparing(Authorization::name))
        .toList();
  }

  /**
   * One policy.
   *
   * @param name as {@code shop/web}
   * @param rules how many it has
   * @param all whether one of its rules is empty and so meets every request
   */
  record Authorization(String name, String action, int rules, boolean all) {

    static Authorization of(KubeObject object, Map<String, Object> spec) {
      List<Map<String, Object>> rules = Documents.maps(spec, "rules");
      String action = Documents.text(spec, "action");
      return new Authorization(
          object.key().namespace() + "/" + object.key().name(),
          action.isEmpty() ? "ALLOW" : action,
          rules.size(),
          rules.stream().anyMatch(Map::isEmpty));
    }

    String shown() {
      return action + " AuthorizationPolicy " + name;
    }
  }

  /** {@code open}, {@code filtered}, {@code limited} or {@code closed}. */
  static String access(List<Authorization> policies) {
    List<Authorization> allow = with(policies, "ALLOW");
    boolean denied = with(policies, "DENY").stream().anyMatch(Authorization::all);
    if (denied || (!allow.isEmpty() && allow.stream().allMatch(policy -> policy.rules() == 0))) {
      return "closed";
    }
    boolean custom = with(policies, "CUSTOM").stream().anyMatch(policy -> policy.rules() > 0);
    if (custom || (!allow.isEmpty() && allow.stream().noneMatch(Authorization::all))) {
      return "limited";
    }
    boolean filtered = with(policies, "DENY").stream().anyMatch(policy -> policy.rules() > 0);
    return filtered ? "filtered" : "open";
  }

  private static List<Authorization> with(List<Authorization> policies, String action) {
    return policies.stream().filter(policy -> policy.action().equals(action)).toList();
  }
}
