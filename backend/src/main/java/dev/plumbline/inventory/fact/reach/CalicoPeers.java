package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.reach.Policy.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a policy of Calico or a rule of it names. */
final class CalicoPeers {

  private static final List<Kind> SETS =
      List.of(
          new Kind("crd.projectcalico.org", "GlobalNetworkSet"),
          new Kind("crd.projectcalico.org", "NetworkSet"));
  private static final Set<String> UNDERSTOOD =
      Set.of("nets", "notNets", "selector", "notSelector", "namespaceSelector", "serviceAccounts");
  private static final Set<String> RULE =
      Set.of("action", "protocol", "notProtocol", "source", "destination", "metadata");

  private static final Kind ACCOUNT = Kind.core("ServiceAccount");

  private final Snapshot snapshot;
  private final List<KubeObject> sets;

  CalicoPeers(Snapshot snapshot) {
    this.snapshot = snapshot;
    sets = SETS.stream().flatMap(it -> snapshot.all(it).stream()).toList();
  }

  Who subject(Map<String, Object> spec, String namespace) {
    Who pods = pods(spec, namespace, Documents.text(spec, "selector"), false);
    String accounts = Documents.text(spec, "serviceAccountSelector");
    return accounts.isBlank() || accounts.equals("all()")
        ? pods
        : new Who.AllOf(List.of(pods, running(accounts)));
  }

  /** Pods of the ServiceAccounts with these labels; Calico adds the account's name to them. */
  private Who running(String selector) {
    Optional<Labels> labels = CalicoSelector.parse(selector);
    if (labels.isEmpty() || !snapshot.coverage().complete(ACCOUNT)) {
      return new Who.Unclear("ServiceAccounts selected by their labels");
    }
    Map<String, Set<String>> names =
        snapshot.all(ACCOUNT).stream()
            .filter(account -> labels.get().match(labels(account)))
            .map(KubeObject::key)
            .collect(
                Collectors.groupingBy(
                    ObjectKey::namespace,
                    TreeMap::new,
                    Collectors.mapping(ObjectKey::name, Collectors.toSet())));
    return new Who.AnyOf(
        names.entrySet().stream()
            .<Who>map(each ->
                new Who.Pods(
                    new Who.In(each.getKey()),
                    new Labels.In(Derived.CALICO_ACCOUNT, each.getValue())))
            .toList());
  }

  private static Map<String, String> labels(KubeObject account) {
    var labels = new HashMap<>(Labels.texts(account.labels()));
    labels.put(Derived.CALICO_NAME, account.key().name());
    return labels;
  }

  /** The other side of a rule; what it says of the pods themselves must be no more than ports. */
  Who of(Map<String, Object> rule, Direction direction, String namespace) {
    boolean ingress = direction == Direction.INGRESS;
    var peer = Documents.map(rule, ingress ? "source" : "destination");
    var own = Documents.map(rule, ingress ? "destination" : "source");
    var parts = new ArrayList<Who>(List.of(entity(peer, namespace)));
    unclear(rule, RULE).ifPresent(parts::add);
    unclear(peer, ingress ? UNDERSTOOD : withPorts()).ifPresent(parts::add);
    unclear(own, ingress ? Set.of("ports", "notPorts") : Set.of()).ifPresent(parts::add);
    if (named(Documents.map(rule, "destination"), "notPorts")) {
      parts.add(new Who.Unclear("ports excluded by name"));
    }
    return parts.size() == 1 ? parts.getFirst() : new Who.AllOf(parts);
  }

  private static Set<String> withPorts() {
    return Stream.concat(UNDERSTOOD.stream(), Stream.of("ports", "notPorts"))
        .collect(Collectors.toSet());
  }

  private static boolean named(Map<String, Object> entity, String field) {
    return Documents.texts(entity, field).stream().anyMatch(it -> !it.matches("[\\d:]+"));
  }

  private static Optional<Who> unclear(Map<String, Object> fields, Set<String> understood) {
    return fields.keySet().stream()
        .filter(it -> !understood.contains(it))
        .sorted()
        .<Who>map(it -> new Who.Unclear("field not understood: " + it))
        .findFirst();
  }

  private Who entity(Map<String, Object> entity, String namespace) {
    var all = new ArrayList<Who>();
    if (entity.containsKey("nets")) {
      all.add(blocks(entity, "nets"));
    }
    if (entity.containsKey("notNets")) {
      all.add(new Who.Not(blocks(entity, "notNets")));
    }
    if (entity.containsKey("selector")
        || entity.containsKey("namespaceSelector")
        || entity.containsKey("serviceAccounts")) {
      all.add(pods(entity, namespace, Documents.text(entity, "selector"), true));
    }
    if (entity.containsKey("notSelector")) {
      all.add(not(Documents.text(entity, "notSelector")));
    }
    return all.isEmpty()
        ? new Who.Everyone()
        : all.size() == 1 ? all.getFirst() : new Who.AllOf(all);
  }

  private static Who not(String selector) {
    return CalicoSelector.parse(selector)
        .<Who>map(it -> new Who.Not(new Who.Pods(new Who.Labelled(Labels.ANY), it)))
        .orElse(new Who.Unclear("selector not understood: " + selector));
  }

  private static Who blocks(Map<String, Object> entity, String field) {
    return new Who.AnyOf(
        Documents.texts(entity, field).stream()
            .<Who>map(it -> new Who.Block(it.contains("/") ? it : it + host(it), List.of()))
            .toList());
  }

  private static String host(String address) {
    return address.contains(":") ? "/128" : "/32";
  }

  /** Network sets may match as well: they are addresses outside. */
  private Who pods(Map<String, Object> entity, String namespace, String selector, boolean sets) {
    Optional<Labels> labels = CalicoSelector.parse(selector);
    Optional<Labels> spaces = CalicoSelector.parse(Documents.text(entity, "namespaceSelector"));
    if (labels.isEmpty() || spaces.isEmpty()) {
      return new Who.Unclear("selector not understood: " + selector);
    }
    Who.Where where =
        namespace.isEmpty() || entity.containsKey("namespaceSelector")
            ? new Who.Labelled(spaces.get())
            : new Who.In(namespace);
    Who pods = new Who.Pods(where, Labels.both(labels.get(), accounts(entity)));
    return sets && !entity.containsKey("serviceAccounts") && inSets(labels.get())
        ? new Who.AnyOf(List.of(pods, new Who.Outside(true)))
        : withAccounts(entity, pods);
  }

  private boolean inSets(Labels labels) {
    return sets.stream().anyMatch(it -> labels.match(Labels.texts(it.labels())));
  }

  private static Labels accounts(Map<String, Object> entity) {
    List<String> names = Documents.texts(Documents.map(entity, "serviceAccounts"), "names");
    return names.isEmpty() ? Labels.ANY : new Labels.In(Derived.CALICO_ACCOUNT, Set.copyOf(names));
  }

  private Who withAccounts(Map<String, Object> entity, Who pods) {
    String selector = Documents.text(Documents.map(entity, "serviceAccounts"), "selector");
    return selector.isEmpty() ? pods : new Who.AllOf(List.of(pods, running(selector)));
  }
}
