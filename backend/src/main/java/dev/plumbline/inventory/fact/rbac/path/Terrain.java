package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What of a cluster, besides RBAC, decides how far a right leads. */
final class Terrain {

  static final Kind POD = Kind.core("Pod");
  static final Kind NODE = Kind.core("Node");
  static final Kind SECRET = Kind.core("Secret");
  static final Kind NAMESPACE = Kind.core("Namespace");
  static final Kind SERVICE_ACCOUNT = Kind.core("ServiceAccount");

  private static final String TOKEN_OF = "kubernetes.io/service-account.name";
  private static final List<String> CONTROL_PLANE =
      List.of("control-plane", "master", "controlplane", "etcd");
  private static final ObjectKey CLOUD_LOGINS =
      new ObjectKey(Kind.core("ConfigMap"), "kube-system", "aws-auth");

  private final Map<String, Set<Place>> accounts = new LinkedHashMap<>();
  private final Map<String, List<PodAt>> pods = new LinkedHashMap<>();
  private final Map<String, List<PodAt>> podsByNode = new LinkedHashMap<>();
  private final Map<String, Map<String, Place>> tokens = new LinkedHashMap<>();
  private final Gates gates;
  private final Set<String> namespaces = new TreeSet<>();
  private final Set<String> controlPlane = new HashSet<>();
  private final boolean cloudLogins;

  Terrain(Snapshot snapshot) {
    namespaces.addAll(snapshot.namespaces());
    boolean windows = snapshot.all(NODE).stream().anyMatch(Terrain::windows);
    gates = new Gates(snapshot, windows);
    snapshot.all(SERVICE_ACCOUNT).forEach(it -> account(it.key().namespace(), it.key().name()));
    snapshot.all(POD).forEach(pod -> add(PodAt.of(pod, snapshot)));
    snapshot.all(SECRET).forEach(this::token);
    snapshot.all(NODE).stream()
        .filter(node ->
            CONTROL_PLANE.stream()
                .anyMatch(it -> node.labels().containsKey("node-role.kubernetes.io/" + it)))
        .forEach(node -> controlPlane.add(node.key().name()));
    cloudLogins = snapshot.find(CLOUD_LOGINS).isPresent();
  }

  private static boolean windows(KubeObject node) {
    return "windows".equals(node.labels().get("kubernetes.io/os"));
  }

  /** An account that exists, or that a binding names and nobody could look up. */
  void account(String namespace, String name) {
    namespaces.add(namespace);
    accounts
        .computeIfAbsent(namespace, n -> new LinkedHashSet<>())
        .add(Place.account(namespace, name));
  }

  private void add(PodAt pod) {
    pods.computeIfAbsent(pod.namespace(), n -> new ArrayList<>()).add(pod);
    if (!pod.node().isEmpty()) {
      podsByNode.computeIfAbsent(pod.node(), n -> new ArrayList<>()).add(pod);
    }
  }

  private void token(KubeObject secret) {
    String namespace = secret.key().namespace();
    String name = secret.key().name();
    String account = Documents.text(secret.annotations(), TOKEN_OF);
    if (!account.isEmpty()) {
      tokens(namespace).put(name, Place.account(namespace, account));
    } else if (namespace.equals("kube-system") && name.startsWith("bootstrap-token-")) {
      tokens(namespace).put(name, Place.group("system:bootstrappers"));
    }
  }

  private Map<String, Place> tokens(String namespace) {
    return tokens.computeIfAbsent(namespace, n -> new LinkedHashMap<>());
  }

  Set<String> namespaces() {
    return namespaces;
  }

  /** ServiceAccounts of a namespace, or of all. */
  List<Place> accounts(String scope, Set<String> names) {
    return in(accounts, scope)
        .flatMap(Collection::stream)
        .filter(it -> names.isEmpty() || names.contains(it.name()))
        .toList();
  }

  /** Whose tokens lie in Secrets. */
  Set<Place> tokens(String scope, Set<String> names) {
    Set<Place> found = new LinkedHashSet<>();
    in(tokens, scope)
        .forEach(byName ->
            byName.forEach((name, place) -> {
              if (names.isEmpty() || names.contains(name)) {
                found.add(place);
              }
            }));
    return found;
  }

  /** Accounts whose tokens lie inside pods. */
  Set<Place> inside(String scope, Set<String> names) {
    return distinct(pods(scope, names).flatMap(pod -> pod.token().stream()));
  }

  /** Nodes whose files lie open to some of these pods. */
  Set<Place> breakouts(String scope, Set<String> names) {
    return nodes(scope, names, PodAt::breakout);
  }

  /** Nodes that a privileged container added to one of these pods would run on. */
  Set<Place> debugNodes(String scope, Set<String> names) {
    return nodes(
        scope, names, pod -> pod.breakout() || gates.containers(pod.namespace()).isEmpty());
  }

  /** Nodes that it would run on, did nothing refuse it in every such pod's namespace. */
  Map<Place, Block> shutNodes(String scope, Set<String> names) {
    Set<Place> open = debugNodes(scope, names);
    Map<Place, Block> shut = new LinkedHashMap<>();
    pods(scope, names)
        .filter(pod -> !pod.node().isEmpty() && !open.contains(Place.node(pod.node())))
        .forEach(pod ->
            gates
                .containers(pod.namespace())
                .ifPresent(block -> shut.putIfAbsent(Place.node(pod.node()), block)));
    return shut;
  }

  private Set<Place> nodes(String scope, Set<String> names, Predicate<PodAt> which) {
    return distinct(
        pods(scope, names)
            .filter(which)
            .filter(pod -> !pod.node().isEmpty())
            .map(pod -> Place.node(pod.node())));
  }

  Set<Place> onNode(String node) {
    return distinct(
        podsByNode.getOrDefault(node, List.of()).stream().flatMap(pod -> pod.token().stream()));
  }

  /** Whether a pod of this account is as good as root on its node. */
  boolean rootsNode(Place account) {
    return pods.getOrDefault(account.namespace(), List.of()).stream()
        .anyMatch(pod -> pod.breakout() && pod.token().filter(account::equals).isPresent());
  }

  /** What keeps new pods from the node there, or everywhere; empty where they get through. */
  Optional<Block> shut(String scope) {
    return gates.pods(scope, namespaces);
  }

  boolean controlPlane(String node) {
    return controlPlane.contains(node);
  }

  boolean controlPlaneSeen() {
    return !controlPlane.isEmpty();
  }

  boolean cloudLogins() {
    return cloudLogins;
  }

  private Stream<PodAt> pods(String scope, Set<String> names) {
    return in(pods, scope)
        .flatMap(List::stream)
        .filter(pod -> names.isEmpty() || names.contains(pod.name()));
  }

  private static <T> Stream<T> in(Map<String, T> byNamespace, String scope) {
    return scope.isEmpty()
        ? byNamespace.values().stream()
        : Stream.ofNullable(byNamespace.get(scope));
  }

  private static Set<Place> distinct(Stream<Place> places) {
    Set<Place> all = new LinkedHashSet<>();
    places.forEach(all::add);
    return all;
  }
}
