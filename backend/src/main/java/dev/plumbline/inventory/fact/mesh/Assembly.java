package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.SelectorIndex;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import dev.plumbline.inventory.fact.mesh.AuthorizationPolicies.Authorization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts together what all policies of a snapshot make of each workload. */
final class Assembly {

  private static final String WAYPOINT = "istio.io/use-waypoint";

  private final Snapshot snapshot;
  private final PeerAuthentications peers;
  private final AuthorizationPolicies authorizations;
  private final ClientRules clientRules;
  private final Linkerd linkerd;
  private @Nullable SelectorIndex<KubeObject> services;
  private String lastName = "";
  private Asks.Namespace last = Asks.Namespace.of(Optional.empty());
  private final Map<Enrolment, Membership> outside = new HashMap<>();

  Assembly(Snapshot snapshot, List<Workload> workloads, String rootNamespace) {
    this.snapshot = snapshot;
    this.peers = new PeerAuthentications(snapshot, rootNamespace);
    this.authorizations = new AuthorizationPolicies(snapshot, rootNamespace);
    this.clientRules = new ClientRules(snapshot);
    this.linkerd = new Linkerd(snapshot, workloads);
  }

  /** What each Service selects, made when something is in a mesh that asks. */
  private SelectorIndex<KubeObject> services() {
    if (services == null) {
      services = new SelectorIndex<>();
      for (KubeObject service : snapshot.all(Kind.core("Service"))) {
        var selector = Documents.map(Documents.map(service.document(), "spec"), "selector");
        if (!selector.isEmpty()) {
          services.add(service.key().namespace(), Map.of("matchLabels", selector), service);
        }
      }
    }
    return services;
  }

  /** Workloads come namespace by namespace, so that one is kept at a time. */
  Asks.Namespace namespace(String name) {
    if (!lastName.equals(name)) {
      lastName = name;
      last = Asks.Namespace.of(snapshot.find(new ObjectKey(Kind.core("Namespace"), "", name)));
    }
    return last;
  }

  Membership membership(Workload workload) {
    String namespace = workload.key().namespace();
    if (workload.groups().size() == 1) {
      return membership(namespace, workload.groups().getFirst());
    }
    return workload.groups().stream()
        .map(group -> membership(namespace, group))
        .reduce(Weakest::of)
        .orElse(Membership.UNSEEN);
  }

  private Membership membership(String namespace, PodGroup group) {
    Enrolment enrolment = Enrolment.of(group, namespace(namespace));
    return switch (enrolment.proxy()) {
      case NONE -> outside.computeIfAbsent(enrolment, Membership::outside);
      case LINKERD -> linkerd(namespace, group, enrolment);
      case ISTIO_SIDECAR, ISTIO_AMBIENT -> istio(namespace, group, enrolment);
    };
  }

  private Membership linkerd(String namespace, PodGroup group, Enrolment enrolment) {
    var inForce = linkerd.of(namespace, group, namespace(namespace));
    var ports = new TreeMap<>(inForce.ports());
    var bypass = Bypass.of(Proxy.LINKERD, group);
    return member(
        enrolment, bypass, inForce.base(), ports, inForce.access(), inForce.policies(), List.of());
  }

  private Membership istio(String namespace, PodGroup group, Enrolment enrolment) {
    var labels = Documents.map(group.metadata(), "labels");
    var inForce = peers.of(namespace, labels);
    var bypass = Bypass.of(enrolment.proxy(), group);
    List<KubeObject> before = services().selecting(namespace, labels);
    List<Authorization> policies =
        authorizations.of(namespace, labels, waypoints(namespace, enrolment, before));
    var ports = new TreeMap<Integer, Ruling>(inForce.ports());
    Ports.declared(group).forEach(port -> ports.putIfAbsent(port, inForce.base()));
    bypass.ports().forEach(port -> ports.putIfAbsent(port, inForce.base()));
    boolean ambient = enrolment.proxy() == Proxy.ISTIO_AMBIENT;
    if (ambient) {
      ports.replaceAll((port, ruling) -> ruling.inAmbient());
    }
    return member(
        enrolment,
        bypass,
        ambient ? inForce.base().inAmbient() : inForce.base(),
        ports,
        AuthorizationPolicies.access(policies),
        policies.stream().map(Authorization::shown).toList(),
        rules(namespace, before));
  }

  private List<ClientRule> rules(String namespace, List<KubeObject> before) {
    return before.stream()
        .flatMap(service -> clientRules.of(namespace, service.key().name()).stream())
        .distinct()
        .toList();
  }

  /** Services before ambient pods that have a waypoint. */
  private List<String> waypoints(String namespace, Enrolment enrolment, List<KubeObject> before) {
    if (enrolment.proxy() != Proxy.ISTIO_AMBIENT) {
      return List.of();
    }
    String wide = Documents.text(namespace(namespace).labels(), WAYPOINT);
    return before.stream()
        .filter(service -> {
          String own = Documents.text(service.labels(), WAYPOINT);
          return own.isEmpty() ? !wide.isEmpty() && !wide.equals("none") : !own.equals("none");
        })
        .map(service -> service.key().name())
        .toList();
  }

  private static Membership member(
      Enrolment enrolment,
      Bypass bypass,
      Ruling base,
      TreeMap<Integer, Ruling> ports,
      String access,
      List<String> policies,
      List<ClientRule> rules) {
    ports.replaceAll((port, ruling) -> bypass.around(port) ? bypass.ruling() : ruling);
    Ruling other = bypass.aroundOthers() ? bypass.ruling() : base;
    return new Membership(
        enrolment.proxy(),
        true,
        enrolment.asked(),
        enrolment.gateway(),
        enrolment.why(),
        other.mode(),
        other.by(),
        ports.entrySet().stream()
            .map(e -> new PortMode(e.getKey(), e.getValue().mode(), e.getValue().by()))
            .toList(),
        access,
        policies,
        rules,
        bypass.shown(),
        bypass.out());
  }
}
