package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Constraints of Gatekeeper's library. */
final class Gatekeeper {

  static final String ENGINE = "Gatekeeper";
  private static final String GROUP = "constraints.gatekeeper.sh";
  private static final String NAMESPACES = "K8sPSPHostNamespace";
  private static final String NETWORK = "K8sPSPHostNetworkingPorts";

  private static final List<Kind> CONSTRAINTS =
      Stream.of(
              NAMESPACES,
              NETWORK,
              "K8sPSPPrivilegedContainer",
              "K8sPSPHostFilesystem",
              "K8sPSPProcMount",
              "K8sPSPAppArmor",
              "K8sPSPSELinuxV2",
              "K8sPSPForbiddenSysctls",
              "K8sPSPSeccomp",
              "K8sPSPCapabilities",
              "K8sPSPAllowPrivilegeEscalationContainer",
              "K8sPSPAllowedUsers",
              "K8sPSPVolumeTypes",
              "K8sAllowedRepos",
              "K8sAllowedReposv2",
              "K8sDisallowedTags",
              "K8sImageDigests")
          .map(name -> new Kind(GROUP, name))
          .toList();

  static final List<Kind> KINDS =
      Stream.concat(CONSTRAINTS.stream(), Stream.of(Native.TEMPLATE)).toList();

  /** Lists in parameters, and the entries that let pods through. */
  private static final Map<String, Pattern> LOOSE =
      Map.of(
          "exemptImages", Pattern.compile(".*"),
          "allowedCapabilities", Pattern.compile(".*"),
          "allowedSysctls", Pattern.compile("\\*"),
          "allowedProfiles", Pattern.compile("(?i)\\*|unconfined"),
          "volumes", Pattern.compile("\\*|hostPath"));

  private Gatekeeper() {}

  static List<Policy> policies(Snapshot snapshot, Native templates) {
    return CONSTRAINTS.stream()
        .flatMap(kind -> snapshot.all(kind).stream())
        .filter(constraint -> aboutPods(match(constraint)))
        .map(constraint -> policy(constraint, templates))
        .toList();
  }

  private static Map<String, Object> match(KubeObject constraint) {
    return Documents.map(Documents.map(constraint.document(), "spec"), "match");
  }

  private static boolean aboutPods(Map<String, Object> match) {
    List<Map<String, Object>> kinds = Documents.maps(match, "kinds");
    return Documents.map(match, "labelSelector").isEmpty()
        && (kinds.isEmpty()
            || kinds.stream()
                .flatMap(entry -> Documents.texts(entry, "kinds").stream())
                .anyMatch(kind -> kind.equals("Pod") || kind.equals("*")));
  }

  private static Policy policy(KubeObject constraint, Native templates) {
    Map<String, Object> spec = Documents.map(constraint.document(), "spec");
    Map<String, Object> match = match(constraint);
    Map<String, Object> parameters = Documents.map(spec, "parameters");
    String kind = constraint.key().kind().name();
    List<String> words = words(kind, parameters);
    Tried byName =
        loose(kind, parameters)
            ? Tried.notUnderstood(words, "is parameterised in a way that lets some pods in")
            : Tried.surely(words);
    return new Policy(
        ENGINE,
        kind + " " + constraint.key().name(),
        denies(spec),
        templates.judgement(constraint).orElseGet(() -> Judgement.everywhere(byName)),
        "",
        new Scope(
            Documents.texts(match, "namespaces"),
            Documents.texts(match, "excludedNamespaces"),
            List.of(Documents.map(match, "namespaceSelector"))));
  }

  private static boolean denies(Map<String, Object> spec) {
    String action = Documents.text(spec, "enforcementAction");
    return action.isEmpty()
        || action.equals("deny")
        || (action.equals("scoped")
            && Documents.maps(spec, "scopedEnforcementActions").stream()
                .anyMatch(scoped -> Documents.text(scoped, "action").equals("deny")));
  }

  /** Sharing a node's network is one constraint's matter, sharing its processes another's. */
  private static List<String> words(String kind, Map<String, Object> parameters) {
    var stops = new ArrayList<>(Controls.ofLibrary(kind));
    if (kind.equals(NETWORK) && !Documents.flag(parameters, "hostNetwork")) {
      stops.add(Controls.HOST_NETWORK);
    }
    if (kind.equals(NAMESPACES)) {
      stops.add(Controls.HOST_PROCESSES);
    }
    boolean all = Documents.texts(parameters, "requiredDropCapabilities").contains("ALL");
    if (kind.equals("K8sPSPCapabilities") && all) {
      stops.add("capabilities_restricted");
    }
    return stops;
  }

  /** Whether parameters let some pods through, so that what it stops is not sure. */
  private static boolean loose(String kind, Map<String, Object> parameters) {
    boolean lists =
        LOOSE.entrySet().stream()
            .anyMatch(entry ->
                Documents.texts(parameters, entry.getKey()).stream()
                    .anyMatch(value -> entry.getValue().matcher(value).matches()));
    boolean ports = parameters.get("max") instanceof Long max && max > 0;
    boolean any = Documents.text(Documents.map(parameters, "runAsUser"), "rule").equals("RunAsAny");
    boolean paths = !Documents.maps(parameters, "allowedHostPaths").isEmpty();
    boolean none =
        kind.equals("K8sPSPForbiddenSysctls")
            && Documents.texts(parameters, "forbiddenSysctls").isEmpty();
    boolean unmasked = Documents.text(parameters, "procMount").equalsIgnoreCase("unmasked");
    return lists || ports || any || paths || none || unmasked;
  }
}
