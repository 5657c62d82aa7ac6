package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.admission.Admission;
import dev.plumbline.inventory.fact.admission.InForce;
import dev.plumbline.inventory.fact.admission.NamespaceAdmission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What admission refuses in each namespace of what leads from a pod to its node. */
final class Gates {

  private static final String POD_SECURITY = "Pod Security";
  private static final String PRIVILEGED = "privileged";

  /** What makes a pod as good as root on its node; each alone is enough. */
  private static final List<Set<String>> ESCAPES =
      List.of(
          Set.of(PRIVILEGED),
          Set.of("capabilities_baseline"),
          Set.of("hostPathVolumes"),
          Set.of("hostNamespaces", "hostProcesses"));

  private static final Set<String> WINDOWS_ESCAPE = Set.of("windowsHostProcess");

  private final Map<String, Block> pods = new HashMap<>();
  private final Map<String, Block> containers = new HashMap<>();
  private final List<Set<String>> escapes = new ArrayList<>(ESCAPES);

  Gates(Snapshot snapshot, boolean windows) {
    if (windows) {
      escapes.add(WINDOWS_ESCAPE);
    }
    Admission.of(snapshot).forEach(this::close);
  }

  /** What an engine makes of containers that are added later is not known, of new pods it is. */
  private void close(String namespace, NamespaceAdmission admission) {
    List<InForce> policies = admission.policies().stream().filter(InForce::denies).toList();
    if (admission.refusedByPodSecurity(PRIVILEGED)) {
      Stream<InForce> levels =
          policies.stream()
              .filter(it -> it.engine().equals(POD_SECURITY) && it.stops().contains(PRIVILEGED));
      containers.put(namespace, new Block(namespace, names(levels), false));
    }
    if (escapes.stream().allMatch(escape -> escape.stream().anyMatch(admission::refusesNewPods))) {
      pods.put(namespace, block(namespace, policies));
    }
  }

  private Block block(String namespace, List<InForce> policies) {
    List<String> enough = names(policies.stream().filter(this::stopsAll));
    return enough.isEmpty()
        ? new Block(namespace, names(policies.stream().filter(this::stopsSome)), true)
        : new Block(namespace, enough, false);
  }

  private boolean stopsAll(InForce policy) {
    return escapes.stream().allMatch(escape -> escape.stream().anyMatch(policy::refusesNewPods));
  }

  private boolean stopsSome(InForce policy) {
    return escapes.stream().anyMatch(escape -> escape.stream().anyMatch(policy::refusesAny));
  }

  private static List<String> names(Stream<InForce> policies) {
    return policies.map(Gates::name).distinct().toList();
  }

  private static String name(InForce policy) {
    return policy.engine()
        + " "
        + policy.policy()
        + (policy.failsOpen() ? " (while " + policy.engine() + " answers)" : "");
  }

  /**
   * What keeps new pods from their node in a namespace, or in every one of these; empty where
   * nothing that is understood does.
   */
  Optional<Block> pods(String scope, Set<String> namespaces) {
    if (!scope.isEmpty()) {
      return Optional.ofNullable(pods.get(scope));
    }
    return !namespaces.isEmpty() && pods.keySet().containsAll(namespaces)
        ? Optional.of(everywhere(namespaces))
        : Optional.empty();
  }

  /** Those that are enough in every namespace, else whatever is enough in some. */
  private Block everywhere(Set<String> namespaces) {
    List<Block> blocks =
        namespaces.stream().flatMap(it -> Stream.ofNullable(pods.get(it))).toList();
    Set<String> all = new LinkedHashSet<>();
    Set<String> common = new LinkedHashSet<>(blocks.getFirst().by());
    blocks.forEach(block -> {
      all.addAll(block.by());
      common.retainAll(block.together() ? List.of() : block.by());
    });
    return common.isEmpty()
        ? new Block("", List.copyOf(all), true)
        : new Block("", List.copyOf(common), false);
  }

  /** What keeps privileged containers from being added to running pods of a namespace. */
  Optional<Block> containers(String namespace) {
    return Optional.ofNullable(containers.get(namespace));
  }
}
