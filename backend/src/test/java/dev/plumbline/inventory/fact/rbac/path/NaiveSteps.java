package dev.plumbline.inventory.fact.rbac.path;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One step onwards, by asking every question of an actor over plain documents. */
final class NaiveSteps {

  private static final String FRESH = "not-in-any-rule";
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String CERTS = "certificates.k8s.io";
  private static final String ADMISSION = "admissionregistration.k8s.io";
  private static final String KUBELET_SIGNER = "kubernetes.io/kube-apiserver-client-kubelet";

  private final World world;
  private final Set<String> names = new LinkedHashSet<>();

  NaiveSteps(World world) {
    this.world = world;
    world.roles.values().forEach(rules -> rules.forEach(rule -> names.addAll(rule.names())));
    world.bindings.forEach(binding -> names.add(binding.name()));
    names.add(FRESH);
  }

  /** Rules in force: namespace (empty for the cluster) and rule. */
  record Held(String scope, World.Rule rule) {}

  private static boolean can(
      List<Held> held, String verb, String group, String resource, String name, String namespace) {
    return held.stream()
        .filter(it -> it.scope().isEmpty() || it.scope().equals(namespace))
        .anyMatch(it -> it.rule().allows(verb, group, resource, name));
  }

  /** Where holding this leads an identity, role or namespace in one step. */
  Set<Place> from(Place place, List<Held> held, List<World.Bind> bound) {
    Set<Place> to = new HashSet<>();
    if (place.equals(Place.group("system:masters"))
        || held.stream().anyMatch(it -> it.scope().isEmpty() && it.rule().everything())) {
      to.add(Place.TARGET);
      return to;
    }
    Set<String> scopes = new LinkedHashSet<>(world.namespaces);
    scopes.add("");
    for (String scope : scopes) {
      inNamespace(held, scope, to);
    }
    for (String namespace : world.namespaces) {
      bindIn(held, namespace, to);
    }
    wholeCluster(place, held, to);
    escalate(place, held, bound, to);
    return to;
  }

  private boolean any(
      List<Held> held, List<String> verbs, String group, List<String> resources, String scope) {
    return verbs.stream()
        .anyMatch(verb ->
            resources.stream()
                .anyMatch(resource ->
                    verb.equals("create") && !resource.contains("/")
                        ? can(held, verb, group, resource, "", scope)
                        : names.stream()
                            .anyMatch(name -> can(held, verb, group, resource, name, scope))));
  }

  private boolean free(
      List<Held> held, List<String> verbs, String group, List<String> resources, String scope) {
    return verbs.stream()
        .anyMatch(verb ->
            resources.stream()
                .anyMatch(resource -> can(held, verb, group, resource, FRESH, scope)));
  }

  private void inNamespace(List<Held> held, String scope, Set<Place> to) {
    List<String> change = List.of("create", "update", "patch");
    List<String> reading = List.of("get", "list", "watch");
    boolean pods =
        any(held, List.of("create"), "", List.of("pods"), scope)
            || any(held, change, "apps", World.APPS, scope)
            || any(held, change, "batch", List.of("jobs", "cronjobs"), scope)
            || any(held, change, "", List.of("replicationcontrollers"), scope);
    if (pods) {
      to.add(Place.accounts(scope));
    }
    boolean open =
        scope.isEmpty()
            ? !world.closedToPods.containsAll(world.namespaces)
            : !world.closedToPods.contains(scope);
    List<String> touch = List.of("update", "patch");
    boolean label =
        touch.stream()
            .anyMatch(
                verb -> can(held, verb, "", "namespaces", scope.isEmpty() ? FRESH : scope, scope));
    boolean volume =
        any(held, List.of("create"), "", List.of("persistentvolumes"), "")
            && any(held, List.of("create"), "", List.of("persistentvolumeclaims"), scope);
    if (pods && (open || label || volume)) {
      to.add(Place.NODES);
    }
    if (any(held, List.of("create"), "", List.of("secrets"), scope)
        && any(held, reading, "", List.of("secrets"), scope)) {
      to.add(Place.accounts(scope));
    }
    if (free(held, List.of("create"), "", List.of("serviceaccounts/token"), scope)
        || free(held, List.of("impersonate"), "", List.of("serviceaccounts"), scope)) {
      to.add(Place.accounts(scope));
    }
    if (free(held, touch, "", List.of("pods"), scope)
        || free(held, List.of("create", "get"), "", List.of("pods/exec", "pods/attach"), scope)) {
      to.add(Place.pods(scope));
    }
    if (free(held, touch, "", List.of("pods/ephemeralcontainers"), scope)) {
      to.add(Place.debugged(scope));
    }
  }

  private void wholeCluster(Place place, List<Held> held, Set<Place> to) {
    List<String> touch = List.of("update", "patch");
    List<String> change = List.of("create", "update", "patch");
    world.secrets.forEach(secret -> {
      if (List.of("get", "list", "watch").stream()
          .anyMatch(verb -> can(held, verb, "", "secrets", secret.name(), secret.namespace()))) {
        to.add(secret.token());
      }
    });
    for (Place account : world.accountsIn("")) {
      if (can(held, "create", "", "serviceaccounts/token", account.name(), account.namespace())
          || can(held, "impersonate", "", "serviceaccounts", account.name(), account.namespace())) {
        to.add(account);
      }
    }
    for (World.Pod pod : world.pods) {
      boolean debug =
          touch.stream()
              .anyMatch(verb ->
                  can(held, verb, "", "pods/ephemeralcontainers", pod.name(), pod.namespace()));
      boolean in =
          touch.stream().anyMatch(verb -> can(held, verb, "", "pods", pod.name(), pod.namespace()))
              || List.of("pods/exec", "pods/attach").stream()
                  .anyMatch(resource ->
                      can(held, "create", "", resource, pod.name(), pod.namespace())
                          || can(held, "get", "", resource, pod.name(), pod.namespace()));
      if (in || debug) {
        pod.token().ifPresent(to::add);
        if (pod.breakout() || (debug && !world.closedToContainers.contains(pod.namespace()))) {
          to.add(Place.node(pod.node()));
        }
      }
    }
    if (free(held, List.of("get", "create"), "", List.of("nodes/proxy"), "")) {
      to.add(Place.NODES);
    }
    for (String name : names) {
      if (can(held, "get", "", "nodes/proxy", name, "")
          || can(held, "create", "", "nodes/proxy", name, "")) {
        to.add(Place.node(name));
      }
      if (can(held, "impersonate", "", "users", name, "") && !name.equals(FRESH)) {
        to.add(Place.user(name));
      }
    }
    if (any(held, touch, "", List.of("nodes"), "")
        && world.pods.stream()
            .anyMatch(pod -> pod.breakout() && pod.token().filter(place::equals).isPresent())) {
      to.add(Place.pods(""));
    }
    if (free(held, List.of("impersonate"), "", List.of("users"), "")) {
      to.add(Place.USERS);
    }
    boolean someone =
        any(held, List.of("impersonate"), "", List.of("users"), "")
            || world.namespaces.stream()
                .anyMatch(
                    ns -> any(held, List.of("impersonate"), "", List.of("serviceaccounts"), ns));
    if (someone) {
      if (free(held, List.of("impersonate"), "", List.of("groups"), "")) {
        to.add(Place.group("system:masters"));
      }
      names.stream()
          .filter(name -> !name.equals(FRESH))
          .filter(name -> can(held, "impersonate", "", "groups", name, ""))
          .forEach(name -> to.add(Place.group(name)));
    }
    boolean request =
        any(held, List.of("create"), CERTS, List.of("certificatesigningrequests"), "");
    boolean approve = any(held, touch, CERTS, List.of("certificatesigningrequests/approval"), "");
    if (request && approve) {
      if (signer(held, "kubernetes.io/kube-apiserver-client")) {
        to.add(Place.NAMES);
      }
      if (signer(held, KUBELET_SIGNER)) {
        to.add(Place.KUBELETS);
      }
    }
    if (request
        && any(
            held, List.of("create"), CERTS, List.of("certificatesigningrequests/nodeclient"), "")) {
      to.add(Place.KUBELETS);
    }
    if (any(held, change, ADMISSION, List.of("mutatingwebhookconfigurations"), "")
        || (any(held, change, ADMISSION, List.of("mutatingadmissionpolicies"), "")
            && any(held, change, ADMISSION, List.of("mutatingadmissionpolicybindings"), ""))) {
      to.add(Place.NODES);
      to.add(Place.accounts(""));
    }
    if (world.cloudLogins
        && touch.stream()
            .anyMatch(verb -> can(held, verb, "", "configmaps", "aws-auth", "kube-system"))) {
      to.add(Place.TARGET);
    }
    boolean create = any(held, List.of("create"), RBAC, List.of("clusterrolebindings"), "");
    if (create && can(held, "bind", RBAC, "clusterroles", FRESH, "")) {
      to.add(Place.TARGET);
    }
    for (String name : names) {
      if (create && can(held, "bind", RBAC, "clusterroles", name, "") && !name.equals(FRESH)) {
        to.add(Place.role("", "ClusterRole", name));
      }
    }
    joins(held, "", "clusterrolebindings", to);
  }

  private static boolean signer(List<Held> held, String signer) {
    return can(held, "approve", CERTS, "signers", signer, "")
        || can(held, "approve", CERTS, "signers", "kubernetes.io/*", "");
  }

  private void bindIn(List<Held> held, String namespace, Set<Place> to) {
    if (any(held, List.of("create"), RBAC, List.of("rolebindings"), namespace)) {
      if (can(held, "bind", RBAC, "clusterroles", FRESH, namespace)) {
        to.add(Place.namespace(namespace));
      }
      for (String name : names) {
        if (can(held, "bind", RBAC, "clusterroles", name, namespace) && !name.equals(FRESH)) {
          to.add(Place.role(namespace, "ClusterRole", name));
        }
      }
      for (String role : world.rolesIn(namespace)) {
        if (can(held, "bind", RBAC, "roles", role, namespace)) {
          to.add(Place.role(namespace, "Role", role));
        }
      }
    }
    joins(held, namespace, "rolebindings", to);
  }

  private void joins(List<Held> held, String namespace, String resource, Set<Place> to) {
    for (World.Bind binding : world.bindings) {
      String[] role = binding.role().split(" ");
      String roles = role[0].equals("Role") ? "roles" : "clusterroles";
      boolean change =
          can(held, "update", RBAC, resource, binding.name(), namespace)
              || can(held, "patch", RBAC, resource, binding.name(), namespace);
      if (binding.namespace().equals(namespace)
          && change
          && can(held, "bind", RBAC, roles, role[1], namespace)) {
        to.add(Place.role(namespace, role[0], role[1]));
      }
    }
  }

  private static void escalate(
      Place place, List<Held> held, List<World.Bind> bound, Set<Place> to) {
    if (!place.identity()) {
      return;
    }
    for (World.Bind binding : bound) {
      String[] role = binding.role().split(" ");
      boolean own = role[0].equals("Role");
      String resource = own ? "roles" : "clusterroles";
      String scope = own ? binding.namespace() : "";
      if (can(held, "escalate", RBAC, resource, role[1], scope)
          && (can(held, "update", RBAC, resource, role[1], scope)
              || can(held, "patch", RBAC, resource, role[1], scope))) {
        to.add(binding.namespace().isEmpty() ? Place.TARGET : Place.namespace(binding.namespace()));
      }
    }
  }
}
