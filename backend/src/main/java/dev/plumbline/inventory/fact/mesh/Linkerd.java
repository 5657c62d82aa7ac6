package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.SelectorIndex;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Linkerd's Servers, what may reach them, and what holds for ports without one. */
final class Linkerd {

  static final String GROUP = "policy.linkerd.io";
  static final Kind SERVER = new Kind(GROUP, "Server");
  private static final String POLICY = "config.linkerd.io/default-inbound-policy";
  private static final String ARGUMENT = "-default-policy=";
  private static final Set<String> MUTUAL =
      Set.of("all-authenticated", "cluster-authenticated", "deny");

  private final SelectorIndex<Server> servers = new SelectorIndex<>();
  private final LinkerdGrants grants;
  private final List<Workload> workloads;
  private @Nullable String standard;

  Linkerd(Snapshot snapshot, List<Workload> workloads) {
    this.grants = new LinkerdGrants(snapshot);
    this.workloads = workloads;
    snapshot.all(SERVER).forEach(this::add);
  }

  private void add(KubeObject object) {
    Map<String, Object> spec = Documents.map(object.document(), "spec");
    servers.add(
        object.key().namespace(),
        Documents.map(spec, "podSelector"),
        new Server(
            object.key().namespace(),
            object.key().name(),
            String.valueOf(spec.getOrDefault("port", "")),
            Documents.text(spec, "accessPolicy"),
            object.labels()));
  }

  /** Looked for when something is in Linkerd's mesh. */
  private String standard() {
    if (standard == null) {
      standard = standard(workloads);
    }
    return standard;
  }

  /** The policy that Linkerd's policy controller was started with. */
  private static String standard(List<Workload> workloads) {
    return workloads.stream()
        .filter(workload -> workload.key().name().equals("linkerd-destination"))
        .flatMap(workload -> workload.groups().stream())
        .flatMap(group -> Documents.maps(group.spec(), "containers").stream())
        .flatMap(container -> Documents.texts(container, "args").stream())
        .filter(argument -> argument.contains(ARGUMENT))
        .map(argument -> argument.substring(argument.indexOf('=') + 1))
        .findFirst()
        .orElse("all-unauthenticated");
  }

  record Server(
      String namespace, String name, String port, String accessPolicy, Map<String, Object> labels) {

    String shown() {
      return "Server " + namespace + "/" + name;
    }

    /** The port's number in these pods. */
    Optional<Integer> port(PodGroup group) {
      return Ports.number(port).or(() -> Ports.named(group, port));
    }
  }

  /** What pods take, port by port, and who may reach them. */
  InForce of(String workloadNamespace, PodGroup group, Asks.Namespace namespace) {
    String policy = policy(group, namespace);
    var ports = new TreeMap<Integer, Ruling>();
    var base = new Ruling(mode(policy), "Linkerd's default policy " + policy);
    Ports.declared(group).forEach(port -> ports.put(port, base));
    var labels = Documents.map(group.metadata(), "labels");
    List<Server> own = servers.selecting(workloadNamespace, labels);
    own.forEach(server -> server.port(group).ifPresent(port -> ports.put(port, ruling(server))));
    boolean covered = !ports.isEmpty() && ports.values().stream().noneMatch(base::equals);
    String access = covered ? "limited" : access(policy);
    return new InForce(base, ports, access, own.stream().flatMap(this::policies).toList());
  }

  private Stream<String> policies(Server server) {
    return Stream.concat(Stream.of(server.shown()), grants.names(server).stream());
  }

  private String policy(PodGroup group, Asks.Namespace namespace) {
    String own = Documents.text(Documents.map(group.metadata(), "annotations"), POLICY);
    String above = Documents.text(namespace.annotations(), POLICY);
    return !own.isEmpty() ? own : !above.isEmpty() ? above : standard();
  }

  /** A Server lets in those that a policy grants, else what its own access policy says. */
  private Ruling ruling(Server server) {
    String access = server.accessPolicy().isEmpty() ? "deny" : server.accessPolicy();
    boolean plain = grants.unauthenticated(server) || !MUTUAL.contains(access);
    return new Ruling(plain ? Mode.PERMISSIVE : Mode.STRICT, server.shown());
  }

  private static Mode mode(String policy) {
    return MUTUAL.contains(policy) ? Mode.STRICT : Mode.PERMISSIVE;
  }

  private static String access(String policy) {
    return switch (policy) {
      case "deny" -> "closed";
      case "cluster-authenticated", "cluster-unauthenticated", "all-authenticated" -> "limited";
      default -> "open";
    };
  }

  record InForce(Ruling base, Map<Integer, Ruling> ports, String access, List<String> policies) {}
}
