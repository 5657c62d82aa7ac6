package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The admission policies of one snapshot, by the namespaces they hold for. */
public final class Admission {

  /** Everything that admission is told by. */
  public static final Set<Kind> KINDS =
      Stream.of(
              List.of(Kind.core("Namespace"), Kind.core("Pod")),
              Webhooks.KINDS,
              ApiServerPolicies.KINDS,
              Kyverno.KINDS,
              Gatekeeper.KINDS,
              OtherEngines.KINDS)
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  static final String POD_SECURITY = "Pod Security";
  private static final Set<String> OF_API_SERVER = Set.of(ApiServerPolicies.ENGINE);

  private final Webhooks webhooks;
  private final List<Policy> policies;
  private final Answer<String> level;
  private final boolean off;

  private Admission(Snapshot snapshot) {
    this.webhooks = new Webhooks(snapshot);
    this.level = PodSecurityDefault.of(snapshot);
    this.off = PodSecurityDefault.off(snapshot);
    var trying = new Trying();
    this.policies =
        Stream.of(
                ApiServerPolicies.policies(snapshot, trying),
                Kyverno.policies(snapshot, trying, webhooks.judgesLater(Kyverno.ENGINE)),
                Gatekeeper.policies(
                    snapshot,
                    new Native(snapshot, trying, webhooks.judgesLater(Gatekeeper.ENGINE))),
                OtherEngines.policies(snapshot))
            .flatMap(List::stream)
            .toList();
  }

  /** By namespace, in order; every policy is asked once for each namespace. */
  public static Map<String, NamespaceAdmission> of(Snapshot snapshot) {
    var admission = new Admission(snapshot);
    var all = new TreeMap<String, NamespaceAdmission>();
    snapshot
        .all(Kind.core("Namespace"))
        .forEach(namespace -> all.put(namespace.key().name(), admission.of(namespace)));
    return all;
  }

  /** Policy engines whose webhooks are registered, in order. */
  static List<String> engines(Snapshot snapshot) {
    return new Webhooks(snapshot).engines();
  }

  private NamespaceAdmission of(KubeObject namespace) {
    Map<String, Object> labels = namespace.labels();
    var levels = PodSecurityLevels.of(labels, off ? Answer.of("privileged") : level);
    var inForce = new ArrayList<InForce>();
    List<String> standard = off ? List.of() : levels.stops();
    if (!standard.isEmpty()) {
      String name = "level " + (standard.equals(Controls.BASELINE) ? "baseline" : "restricted");
      inForce.add(new InForce(POD_SECURITY, name, true, false, standard, List.of(), List.of(), ""));
    }
    var asked = new HashMap<String, Optional<Boolean>>();
    policies.stream()
        .filter(policy -> policy.scope().covers(namespace.key().name(), labels))
        .flatMap(policy ->
            inForce(
                policy,
                namespace,
                asked.computeIfAbsent(
                    policy.engine(), engine -> webhooks.failsOpen(engine, labels))))
        .distinct()
        .forEach(inForce::add);
    return Together.of(levels, inForce);
  }

  /** An engine of its own judges nothing that its webhook is not asked about. */
  private static Stream<InForce> inForce(
      Policy policy, KubeObject namespace, Optional<Boolean> failsOpen) {
    return (OF_API_SERVER.contains(policy.engine()) ? Optional.of(false) : failsOpen)
        .flatMap(open -> policy.inForce(namespace, open)).stream();
  }
}
