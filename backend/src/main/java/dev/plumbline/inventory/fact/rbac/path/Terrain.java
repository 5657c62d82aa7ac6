package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.admission.Admission;
import dev.plumbline.inventory.fact.admission.NamespaceAdmission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  private static final String PRIVILEGED = "privileged";

  /** What makes a pod as good as root on its node; each alone is enough. */
  private static final List<Set<String>> ESCAPES =
      List.of(
          Set.of(PRIVILEGED),
          Set.of("capabilities_baseline"),
          Set.of("hostPathVolumes"),
          Set.of("hostNamespaces", "hostProcesses"));

  private static final Set<String> WINDOWS_ESCAPE = Set.of("windowsHostProcess");
  private static final String TOKEN_OF = "kubernetes.io/service-account.name";
  private static final List<String> CONTROL_PLANE =
      List.of("control-plane", "master", "controlplane", "etcd");
  private static final ObjectKey CLOUD_LOGINS =
      new ObjectKey(Kind.core("ConfigMap"), "kube-system", "aws-auth");

  private final Map<String, Set<Place>> accounts = new LinkedHashMap<>();
  private final Map<String, List<PodAt>> pods = new LinkedHashMap<>();
  private final Map<String, List<PodAt>> podsByNode = new LinkedHashMap<>();
  private final Map<String, Map<String, Place>> tokens = new LinkedHashMap<>();
  private final Set<String> closedToPods = new HashSet<>();
  private final Set<String> closedToContainers = new HashSet<>();
  private final Set<String> namespaces = new TreeSet<>();
  private final Set<String> controlPlane = new HashSet<>();
  private final boolean cloudLogins;

  Terrain(Snapshot snapshot) {
    namespaces.addAll(snapshot.namespaces());
    boolean windows = snapshot.all(NODE).stream().anyMatch(Terrain::windows);
    Admission.of(snapshot).forEach((namespace, admission) -> close(namespace, admission, windows));
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

  /** What an engine makes of containers that are added later is not known, of new pods it is. */
  private void close(String namespace, NamespaceAdmission admission, boolean windows) {
    if (admission.refusedByPodSecurity(PRIVILEGED)) {
      closedToContainers.add(namespace);
    }
    boolean refused =
        ESCAPES.stream().allMatch(escape -> escape.stream().anyMatch(admission.stops()::contains));
    if (refused && (!windows || admission.stops().containsAll(WINDOWS_ESCAPE))) {
      closedToPods.add(namespace);
    }
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
        scope, names, pod -> pod.breakout() || !closedToContainers.contains(pod.namespace()));
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

  /** Whether nothing that is understood keeps pods from the node there, or somewhere. */
  boolean open(String scope) {
    return scope.isEmpty()
        ? namespaces.isEmpty() || !closedToPods.containsAll(namespaces)
        : !closedToPods.contains(scope);
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
