package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.rbac.path.Place.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A made-up small cluster, as plain values and as the snapshot of them. */
final class World {

  static final List<String> APPS =
      List.of("deployments", "daemonsets", "statefulsets", "replicasets");
  static final Rule ANYTHING = new Rule(List.of("*"), List.of("*"), List.of("*"), List.of());

  private static final List<List<String>> RESOURCES =
      List.of(
          List.of("", "pods"),
          List.of("", "pods/exec"),
          List.of("", "pods/attach"),
          List.of("", "pods/ephemeralcontainers"),
          List.of("", "secrets"),
          List.of("", "serviceaccounts"),
          List.of("", "serviceaccounts/token"),
          List.of("", "users"),
          List.of("", "groups"),
          List.of("", "nodes"),
          List.of("", "nodes/proxy"),
          List.of("", "namespaces"),
          List.of("", "configmaps"),
          List.of("", "persistentvolumes"),
          List.of("", "persistentvolumeclaims"),
          List.of("", "replicationcontrollers"),
          List.of("apps", "deployments"),
          List.of("batch", "jobs"),
          List.of("rbac.authorization.k8s.io", "clusterroles"),
          List.of("rbac.authorization.k8s.io", "roles"),
          List.of("rbac.authorization.k8s.io", "clusterrolebindings"),
          List.of("rbac.authorization.k8s.io", "rolebindings"),
          List.of("certificates.k8s.io", "certificatesigningrequests"),
          List.of("certificates.k8s.io", "certificatesigningrequests/approval"),
          List.of("certificates.k8s.io", "certificatesigningrequests/nodeclient"),
          List.of("certificates.k8s.io", "signers"),
          List.of("admissionregistration.k8s.io", "mutatingwebhookconfigurations"),
          List.of("admissionregistration.k8s.io", "mutatingadmissionpolicies"),
          List.of("admissionregistration.k8s.io", "mutatingadmissionpolicybindings"),
          List.of("*", "*"),
          List.of("", "*/exec"));
  private static final List<String> VERBS =
      List.of(
          "get",
          "list",
          "create",
          "update",
          "patch",
          "bind",
          "escalate",
          "impersonate",
          "approve",
          "*");
  private static final List<String> NAMES =
      List.of(
          "r0",
          "r1",
          "r2",
          "b0",
          "b1",
          "p0",
          "p1",
          "n0",
          "n1",
          "s0",
          "s1",
          "u0",
          "g0",
          "a",
          "b",
          "x0",
          "x1",
          "system:masters",
          "aws-auth",
          "kubernetes.io/*",
          "kubernetes.io/kube-apiserver-client",
          "kubernetes.io/kube-apiserver-client-kubelet");

  record Rule(List<String> groups, List<String> resources, List<String> verbs, List<String> names) {

    boolean allows(String verb, String group, String resource, String name) {
      int slash = resource.indexOf('/');
      boolean resourceFits =
          resources.contains("*")
              || resources.contains(resource)
              || (slash > 0 && resources.contains("*" + resource.substring(slash)));
      return (verbs.contains("*") || verbs.contains(verb))
          && (groups.contains("*") || groups.contains(group))
          && resourceFits
          && (names.isEmpty() || names.contains(name));
    }

    boolean everything() {
      return groups.contains("*")
          && resources.contains("*")
          && verbs.contains("*")
          && names.isEmpty();
    }
  }

  record Bind(String namespace, String name, String role, List<Place> subjects) {}

  record Pod(String namespace, String name, String node, Optional<Place> token, boolean breakout) {}

  record Secret(String namespace, String name, Place token) {}

  final List<String> namespaces = List.of("a", "b", "kube-system");
  final Map<String, List<Rule>> roles = new LinkedHashMap<>();
  final List<Bind> bindings = new ArrayList<>();
  final List<Pod> pods = new ArrayList<>();
  final List<Secret> secrets = new ArrayList<>();
  final Set<String> closedToPods = new HashSet<>();
  final Set<String> closedToContainers = new HashSet<>();
  final Set<String> controlPlane = new HashSet<>();
  final boolean cloudLogins;
  private final Random random;
  private final Doorkeepers doorkeepers;
  private final List<KubeObject> objects = new ArrayList<>();

  World(long seed) {
    random = new Random(seed);
    cloudLogins = random.nextInt(4) == 0;
    doorkeepers = new Doorkeepers(random, this::object);
    namespaces.forEach(this::namespace);
    IntStream.range(0, 2).forEach(i -> node("n" + i));
    IntStream.range(0, 3).forEach(i -> role("", "r" + i));
    namespaces.forEach(namespace -> role(namespace, "r" + random.nextInt(2)));
    role("", "cluster-admin", List.of(ANYTHING));
    bind("", "b9", "ClusterRole cluster-admin", List.of(Place.group("system:masters")));
    IntStream.range(0, 2 + random.nextInt(4)).forEach(this::bind);
    if (cloudLogins) {
      object("v1", "ConfigMap", "kube-system", "aws-auth", Map.of());
    }
  }

  private void namespace(String name) {
    boolean stops = random.nextInt(2) == 0;
    boolean refused = random.nextInt(3) == 0 && doorkeepers.refuse(name);
    if (stops && doorkeepers.podSecurity) {
      closedToContainers.add(name);
    }
    if (refused || (stops && doorkeepers.podSecurity)) {
      closedToPods.add(name);
    }
    String level = stops ? one(List.of("baseline", "restricted")) : "privileged";
    object(
        "v1",
        "Namespace",
        "",
        name,
        Map.of("metadata", Map.of("labels", Map.of("pod-security.kubernetes.io/enforce", level))));
    IntStream.range(0, 2).forEach(i -> object("v1", "ServiceAccount", name, "s" + i, Map.of()));
    IntStream.range(0, random.nextInt(3)).forEach(i -> pod(name, "p" + i));
    if (random.nextInt(3) == 0) {
      Place token = Place.account(name, "s" + random.nextInt(2));
      secrets.add(new Secret(name, "x0", token));
      object(
          "v1",
          "Secret",
          name,
          "x0",
          Map.of(
              "metadata",
              Map.of("annotations", Map.of("kubernetes.io/service-account.name", token.name()))));
    }
  }

  private void pod(String namespace, String name) {
    boolean mounted = random.nextInt(4) > 0;
    boolean breakout = random.nextInt(4) == 0;
    String node = "n" + random.nextInt(2);
    String account = "s" + random.nextInt(2);
    pods.add(
        new Pod(
            namespace,
            name,
            node,
            mounted ? Optional.of(Place.account(namespace, account)) : Optional.empty(),
            breakout));
    object(
        "v1",
        "Pod",
        namespace,
        name,
        Map.of(
            "spec",
            Map.of(
                "nodeName",
                node,
                "serviceAccountName",
                account,
                "automountServiceAccountToken",
                mounted,
                "containers",
                List.of(Map.of("securityContext", Map.of("privileged", breakout))))));
  }

  private void node(String name) {
    boolean control = name.equals("n0") && random.nextInt(3) == 0;
    if (control) {
      controlPlane.add(name);
    }
    Map<String, Object> labels =
        control ? Map.of("node-role.kubernetes.io/control-plane", "") : Map.of();
    object("v1", "Node", "", name, Map.of("metadata", Map.of("labels", labels)));
  }

  private void role(String namespace, String name) {
    role(namespace, name, IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> rule()).toList());
  }

  private void role(String namespace, String name, List<Rule> rules) {
    String kind = namespace.isEmpty() ? "ClusterRole" : "Role";
    roles.put(namespace + "/" + kind + " " + name, rules);
    object(
        "rbac.authorization.k8s.io/v1",
        kind,
        namespace,
        name,
        Map.of(
            "rules",
            rules.stream()
                .map(rule ->
                    Map.of(
                        "apiGroups", rule.groups(),
                        "resources", rule.resources(),
                        "verbs", rule.verbs(),
                        "resourceNames", rule.names()))
                .toList()));
  }

  private Rule rule() {
    Set<String> groups = new LinkedHashSet<>();
    Set<String> resources = new LinkedHashSet<>();
    IntStream.range(0, 1 + random.nextInt(3))
        .forEach(i -> {
          List<String> resource = one(RESOURCES.subList(0, RESOURCES.size() - random.nextInt(3)));
          groups.add(resource.get(0));
          resources.add(resource.get(1));
        });
    Set<String> verbs = new LinkedHashSet<>();
    IntStream.range(0, 1 + random.nextInt(4)).forEach(i -> verbs.add(one(VERBS)));
    Set<String> names = new LinkedHashSet<>();
    if (random.nextInt(3) == 0) {
      IntStream.range(0, 1 + random.nextInt(3)).forEach(i -> names.add(one(NAMES)));
    }
    return new Rule(
        List.copyOf(groups), List.copyOf(resources), List.copyOf(verbs), List.copyOf(names));
  }

  private void bind(int number) {
    String namespace = random.nextInt(2) == 0 ? "" : one(namespaces);
    List<String> choices =
        roles.keySet().stream()
            .filter(key -> !key.endsWith("cluster-admin") || random.nextInt(4) == 0)
            .filter(key -> key.startsWith("/") || key.startsWith(namespace + "/"))
            .filter(key -> key.startsWith("/") || !namespace.isEmpty())
            .map(key -> key.substring(key.indexOf('/') + 1))
            .toList();
    List<Place> subjects =
        IntStream.range(0, 1 + random.nextInt(2)).mapToObj(i -> subject()).distinct().toList();
    bind(namespace, "b" + number, one(choices), subjects);
  }

  private Place subject() {
    return switch (random.nextInt(6)) {
      case 0 -> Place.user("u" + random.nextInt(2));
      case 1 -> Place.group("g" + random.nextInt(2));
      case 2 ->
          Place.group(
              one(
                  List.of(
                      "system:authenticated",
                      "system:serviceaccounts",
                      "system:serviceaccounts:a",
                      "system:unauthenticated")));
      default -> Place.account(one(namespaces), "s" + random.nextInt(2));
    };
  }

  private void bind(String namespace, String name, String role, List<Place> subjects) {
    bindings.add(new Bind(namespace, name, role, subjects));
    String[] parts = role.split(" ");
    object(
        "rbac.authorization.k8s.io/v1",
        namespace.isEmpty() ? "ClusterRoleBinding" : "RoleBinding",
        namespace,
        name,
        Map.of(
            "roleRef",
            Map.of("kind", parts[0], "name", parts[1]),
            "subjects",
            subjects.stream()
                .map(subject ->
                    Map.of(
                        "kind", kind(subject),
                        "namespace", subject.namespace(),
                        "name", subject.name()))
                .toList()));
  }

  private static String kind(Place subject) {
    return switch (subject.type()) {
      case USER -> "User";
      case GROUP -> "Group";
      default -> "ServiceAccount";
    };
  }

  List<Rule> rules(String scope, String role) {
    return roles.getOrDefault(
        (role.startsWith("ClusterRole ") ? "" : scope) + "/" + role, List.of());
  }

  List<String> rolesIn(String namespace) {
    return roles.keySet().stream()
        .filter(key -> key.startsWith(namespace + "/Role "))
        .map(key -> key.substring(key.indexOf(' ') + 1))
        .toList();
  }

  Set<Place> accountsIn(String namespace) {
    Set<Place> all = new LinkedHashSet<>();
    for (String one : namespaces) {
      if (namespace.isEmpty() || namespace.equals(one)) {
        all.add(Place.account(one, "s0"));
        all.add(Place.account(one, "s1"));
      }
    }
    return all;
  }

  Set<Place> named(Type type) {
    Set<Place> all = new LinkedHashSet<>();
    bindings.forEach(
        binding -> binding.subjects().stream().filter(it -> it.type() == type).forEach(all::add));
    return all;
  }

  Snapshot snapshot() {
    return new Snapshot(
        Instant.EPOCH, ServerVersion.UNKNOWN, new Coverage(Map.of()), List.copyOf(objects));
  }

  private void object(
      String apiVersion, String kind, String namespace, String name, Map<String, Object> document) {
    var key = new ObjectKey(Kind.of(apiVersion, kind), namespace, name);
    objects.add(new KubeObject(key, "v1", new HashMap<>(document)));
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
