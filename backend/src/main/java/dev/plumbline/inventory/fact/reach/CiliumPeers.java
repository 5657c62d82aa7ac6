package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Selectors;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.reach.Policy.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whom a rule of a Cilium policy names. */
final class CiliumPeers {

  static final Kind GROUPS = new Kind("cilium.io", "CiliumCIDRGroup");

  private static final Set<String> OTHER =
      Set.of("toPorts", "icmps", "authentication", "description");

  private final Snapshot snapshot;

  CiliumPeers(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  static Who subject(Map<String, Object> selector, String namespace) {
    return namespace.isEmpty()
        ? pods(selector, "", true)
        : new Who.AllOf(
            List.of(
                new Who.Pods(new Who.In(namespace), Labels.ANY), pods(selector, namespace, true)));
  }

  /**
   * The peers of a rule; a rule that names neither peers nor ports speaks of nobody.
   *
   * @param ports whether it names ports
   */
  Who of(Map<String, Object> rule, Direction side, String namespace, boolean ports) {
    String word = side == Direction.INGRESS ? "from" : "to";
    var found = new ArrayList<Who>();
    boolean named = false;
    for (String field : rule.keySet()) {
      if (!OTHER.contains(field)) {
        named = true;
        found.add(field(rule, field, word, namespace));
      }
    }
    return !named && ports ? new Who.Everyone() : new Who.AnyOf(found);
  }

  private Who field(Map<String, Object> rule, String field, String word, String namespace) {
    String what = field.startsWith(word) ? field.substring(word.length()) : field;
    return switch (what) {
      case "Endpoints" ->
          any(Documents.maps(rule, field).stream().map(it -> pods(it, namespace, false)));
      case "CIDR" ->
          any(Documents.texts(rule, field).stream().map(it -> new Who.Block(it, List.of())));
      case "CIDRSet" -> any(Documents.maps(rule, field).stream().map(this::block));
      case "Entities" -> any(Documents.texts(rule, field).stream().map(CiliumPeers::entity));
      case "FQDNs" -> new Who.Outside(true);
      case "Nodes" -> some(new Who.Hosts(), "meant by labels of nodes");
      case "Services" -> any(Documents.maps(rule, field).stream().map(this::service));
      default -> new Who.Unclear("field not understood: " + field);
    };
  }

  private static Who any(Stream<? extends Who> all) {
    return new Who.AnyOf(all.<Who>map(it -> it).toList());
  }

  private Who block(Map<String, Object> block) {
    List<String> except = Documents.texts(block, "except");
    if (block.containsKey("cidr")) {
      return new Who.Block(Documents.text(block, "cidr"), except);
    }
    if (!snapshot.coverage().complete(GROUPS)) {
      return new Who.Unclear("CiliumCIDRGroup: " + snapshot.coverage().of(GROUPS).reason());
    }
    return any(
        snapshot.all(GROUPS).stream()
            .filter(group -> meant(block, group))
            .flatMap(group ->
                Documents.texts(Documents.map(group.document(), "spec"), "externalCIDRs").stream())
            .map(cidr -> new Who.Block(cidr, except)));
  }

  private static boolean meant(Map<String, Object> block, KubeObject group) {
    return block.containsKey("cidrGroupRef")
        ? Documents.text(block, "cidrGroupRef").equals(group.key().name())
        : block.containsKey("cidrGroupSelector")
            && Selectors.matches(Documents.map(block, "cidrGroupSelector"), group.labels());
  }

  /** Only newer releases let a Service with a selector mean its pods. */
  private Who service(Map<String, Object> to) {
    if (!snapshot.coverage().complete(Services.KIND)) {
      return new Who.Unclear("Service: " + snapshot.coverage().of(Services.KIND).reason());
    }
    return any(
        snapshot.all(Services.KIND).stream()
            .filter(service -> named(to, service))
            .map(CiliumPeers::behind));
  }

  private static boolean named(Map<String, Object> to, KubeObject service) {
    var one = Documents.map(to, "k8sService");
    var some = Documents.map(to, "k8sServiceSelector");
    return one.isEmpty()
        ? in(some, service) && Selectors.matches(Documents.map(some, "selector"), service.labels())
        : in(one, service) && Documents.text(one, "serviceName").equals(service.key().name());
  }

  private static boolean in(Map<String, Object> named, KubeObject service) {
    String namespace = Documents.text(named, "namespace");
    return namespace.isEmpty() || namespace.equals(service.key().namespace());
  }

  private static Who behind(KubeObject service) {
    var selector = Services.selector(service);
    return selector.isEmpty()
        ? new Who.Outside(true)
        : new Who.AllOf(
            List.of(
                new Who.Pods(
                    new Who.In(service.key().namespace()),
                    Labels.of(Map.of("matchLabels", selector))),
                new Who.Unclear("whether toServices means pods")));
  }

  private static Who entity(String entity) {
    return switch (entity) {
      case "all" -> new Who.Everyone();
      case "world" -> new Who.Outside(false);
      case "world-ipv4", "world-ipv6" -> new Who.Outside(true);
      case "cluster" -> any(Stream.of(everyPod(), new Who.Hosts()));
      case "host", "remote-node" -> some(new Who.Hosts(), entity);
      case "kube-apiserver" -> some(any(Stream.of(new Who.Hosts(), new Who.Outside(true))), entity);
      case "init", "health", "unmanaged", "ingress", "none" -> any(Stream.of());
      default -> new Who.Unclear("entity not understood: " + entity);
    };
  }

  private static Who some(Who who, String why) {
    return new Who.AllOf(List.of(who, new Who.Unclear("which of them is " + why)));
  }

  private static Who everyPod() {
    return new Who.Pods(new Who.Labelled(Labels.ANY), Labels.ANY);
  }

  /** In a namespace's policy a selector that names no namespace means its own. */
  private static Who pods(Map<String, Object> selector, String namespace, boolean subject) {
    Optional<String> odd = keys(selector).filter(it -> it.startsWith("reserved:")).findFirst();
    if (odd.isPresent()) {
      return new Who.Unclear("label not understood: " + odd.get());
    }
    Labels labels = Labels.of(selector, CiliumPeers::key);
    boolean anywhere =
        subject || namespace.isEmpty() || labels.keys().stream().anyMatch(Derived::ofNamespace);
    return new Who.Pods(anywhere ? new Who.Labelled(Labels.ANY) : new Who.In(namespace), labels);
  }

  private static Stream<String> keys(Map<String, Object> selector) {
    return Stream.concat(
        Documents.map(selector, "matchLabels").keySet().stream(),
        Documents.maps(selector, "matchExpressions").stream().map(it -> Documents.text(it, "key")));
  }

  private static String key(String key) {
    return key.startsWith("k8s:") || key.startsWith("any:")
        ? key.substring(4)
        : key.startsWith("k8s.") ? key.substring(4) : key;
  }
}
