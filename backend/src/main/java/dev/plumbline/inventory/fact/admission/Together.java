package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.fact.admission.probe.Probes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What policies refuse together: what one lets in another may stop. */
final class Together {

  private static final Set<String> BOTH_HOST =
      Set.of(Controls.HOST_NETWORK, Controls.HOST_PROCESSES);
  private static final String WHOLE_HOST = "hostNamespaces";

  private Together() {}

  static NamespaceAdmission of(PodSecurityLevels levels, List<InForce> policies) {
    List<InForce> denying = policies.stream().filter(InForce::denies).toList();
    Set<String> stops = new TreeSet<>();
    denying.forEach(policy -> stops.addAll(policy.stops()));
    Map<String, Set<String>> refused = refused(denying);
    refused.forEach((control, names) -> {
      if (names.containsAll(Probes.names(control))) {
        stops.add(control);
      }
    });
    if (stops.containsAll(BOTH_HOST)) {
      stops.add(WHOLE_HOST);
    }
    if (stops.contains(WHOLE_HOST)) {
      stops.removeAll(BOTH_HOST);
    }
    List<Partly> partly =
        refused.entrySet().stream()
            .filter(entry -> !stops.contains(entry.getKey()))
            .filter(entry -> !BOTH_HOST.contains(entry.getKey()) || !stops.contains(WHOLE_HOST))
            .map(entry -> partly(entry.getKey(), entry.getValue()))
            .toList();
    return new NamespaceAdmission(
        levels, policies, List.copyOf(stops), partly, maybe(denying, stops));
  }

  /** Of all pods, not only of those that some selector selects. */
  private static Map<String, Set<String>> refused(List<InForce> denying) {
    var refused = new TreeMap<String, Set<String>>();
    denying.stream()
        .flatMap(policy -> policy.partly().stream())
        .filter(one -> one.where().isEmpty())
        .forEach(one ->
            refused
                .computeIfAbsent(one.control(), control -> new LinkedHashSet<>())
                .addAll(one.refused()));
    return refused;
  }

  private static Partly partly(String control, Set<String> refused) {
    List<String> admitted =
        Probes.names(control).stream().filter(name -> !refused.contains(name)).toList();
    return new Partly(control, List.copyOf(refused), admitted, "");
  }

  private static List<String> maybe(List<InForce> denying, Set<String> stops) {
    return denying.stream()
        .flatMap(policy -> policy.about().stream())
        .filter(word -> !stops.contains(word))
        .distinct()
        .sorted()
        .toList();
  }
}
