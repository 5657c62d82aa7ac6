package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.fact.reach.Policy.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whom a rule of a Cilium policy names. */
final class CiliumPeers {

  private static final Set<String> OTHER =
      Set.of("toPorts", "icmps", "authentication", "description");

  private CiliumPeers() {}

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
  static Who of(Map<String, Object> rule, Direction side, String namespace, boolean ports) {
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

  private static Who field(Map<String, Object> rule, String field, String word, String namespace) {
    String what = field.startsWith(word) ? field.substring(word.length()) : field;
    return switch (what) {
      case "Endpoints" ->
          any(Documents.maps(rule, field).stream().map(it -> pods(it, namespace, false)));
      case "CIDR" ->
          any(Documents.texts(rule, field).stream().map(it -> new Who.Block(it, List.of())));
      case "CIDRSet" -> any(Documents.maps(rule, field).stream().map(CiliumPeers::block));
      case "Entities" -> any(Documents.texts(rule, field).stream().map(CiliumPeers::entity));
      case "FQDNs" -> new Who.Outside(true);
      default -> new Who.Unclear("field not understood: " + field);
    };
  }

  private static Who any(Stream<? extends Who> all) {
    return new Who.AnyOf(all.<Who>map(it -> it).toList());
  }

  private static Who block(Map<String, Object> block) {
    return block.containsKey("cidr")
        ? new Who.Block(Documents.text(block, "cidr"), Documents.texts(block, "except"))
        : new Who.Unclear("a group of addresses");
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
