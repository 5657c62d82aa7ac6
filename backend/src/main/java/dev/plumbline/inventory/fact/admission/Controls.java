package dev.plumbline.inventory.fact.admission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What policies can stop: controls of the Pod Security Standards, and what images may be. */
final class Controls {

  /** The half of {@code hostNamespaces} that is the node's network. */
  static final String HOST_NETWORK = "hostNetwork";

  /** The other half: the node's processes and their shared memory. */
  static final String HOST_PROCESSES = "hostProcesses";

  static final String REGISTRIES = "registries";
  static final String TAGS = "tags";
  static final String DIGESTS = "digests";
  static final String SIGNATURES = "signatures";
  static final String ATTESTATIONS = "attestations";

  static final List<String> BASELINE =
      List.of(
          "appArmorProfile",
          "capabilities_baseline",
          "hostNamespaces",
          "hostPathVolumes",
          "hostPorts",
          "hostProbesAndHostLifecycle",
          "privileged",
          "procMount",
          "seLinuxOptions",
          "seccompProfile_baseline",
          "sysctls",
          "windowsHostProcess");
  static final List<String> RESTRICTED =
      Stream.concat(
              BASELINE.stream(),
              Stream.of(
                  "allowPrivilegeEscalation",
                  "capabilities_restricted",
                  "procMount_restricted",
                  "restrictedVolumes",
                  "runAsNonRoot",
                  "runAsUser",
                  "seccompProfile_restricted"))
          .toList();

  /** Names that Kyverno's podSecurity rules exclude by, as the standard's pages write them. */
  static final Map<String, Set<String>> PAGES =
      Map.ofEntries(
          Map.entry("HostProcess", Set.of("windowsHostProcess")),
          Map.entry("Host Namespaces", Set.of("hostNamespaces")),
          Map.entry("Privileged Containers", Set.of("privileged")),
          Map.entry("Capabilities", Set.of("capabilities_baseline", "capabilities_restricted")),
          Map.entry("HostPath Volumes", Set.of("hostPathVolumes")),
          Map.entry("Host Ports", Set.of("hostPorts")),
          Map.entry("Host Probes / Lifecycle Hooks", Set.of("hostProbesAndHostLifecycle")),
          Map.entry("AppArmor", Set.of("appArmorProfile")),
          Map.entry("SELinux", Set.of("seLinuxOptions")),
          Map.entry("/proc Mount Type", Set.of("procMount", "procMount_restricted")),
          Map.entry("Seccomp", Set.of("seccompProfile_baseline", "seccompProfile_restricted")),
          Map.entry("Sysctls", Set.of("sysctls")),
          Map.entry("Volume Types", Set.of("restrictedVolumes")),
          Map.entry("Privilege Escalation", Set.of("allowPrivilegeEscalation")),
          Map.entry("Running as Non-root", Set.of("runAsNonRoot")),
          Map.entry("Running as Non-root user", Set.of("runAsUser")));

  private static final Map<String, List<String>> BY_NAME = new LinkedHashMap<>();

  static {
    kyverno();
    gatekeeper();
    kubewarden();
  }

  private Controls() {}

  /** What a policy of the engines' own libraries stops, by its name there. */
  static List<String> ofLibrary(String name) {
    return BY_NAME.getOrDefault(name, List.of());
  }

  static List<String> ofLevel(String level) {
    return switch (level) {
      case "baseline" -> BASELINE;
      case "restricted" -> RESTRICTED;
      default -> List.of();
    };
  }

  private static void kyverno() {
    add("disallow-capabilities", "capabilities_baseline");
    add("disallow-capabilities-strict", "capabilities_baseline", "capabilities_restricted");
    add("disallow-host-namespaces", "hostNamespaces");
    add("disallow-host-path", "hostPathVolumes");
    add("disallow-host-ports", "hostPorts");
    add("disallow-host-process", "windowsHostProcess");
    add("disallow-privileged-containers", "privileged");
    add("disallow-proc-mount", "procMount");
    add("disallow-selinux", "seLinuxOptions");
    add("restrict-apparmor-profiles", "appArmorProfile");
    add("restrict-seccomp", "seccompProfile_baseline");
    add("restrict-seccomp-strict", "seccompProfile_baseline", "seccompProfile_restricted");
    add("restrict-sysctls", "sysctls");
    add("disallow-privilege-escalation", "allowPrivilegeEscalation");
    add("require-run-as-nonroot", "runAsNonRoot");
    add("require-run-as-non-root-user", "runAsUser");
    add("restrict-volume-types", "restrictedVolumes", "hostPathVolumes");
    add("restrict-image-registries", REGISTRIES);
    add("advanced-restrict-image-registries", REGISTRIES);
    add("allowed-image-repos", REGISTRIES);
    add("disallow-latest-tag", TAGS);
    add("require-image-checksum", DIGESTS);
  }

  private static void gatekeeper() {
    add("K8sPSPPrivilegedContainer", "privileged");
    add("K8sPSPHostNetworkingPorts", "hostPorts");
    add("K8sPSPHostFilesystem", "hostPathVolumes");
    add("K8sPSPProcMount", "procMount");
    add("K8sPSPAppArmor", "appArmorProfile");
    add("K8sPSPSELinuxV2", "seLinuxOptions");
    add("K8sPSPForbiddenSysctls", "sysctls");
    add("K8sPSPSeccomp", "seccompProfile_baseline");
    add("K8sPSPCapabilities", "capabilities_baseline");
    add("K8sPSPAllowPrivilegeEscalationContainer", "allowPrivilegeEscalation");
    add("K8sPSPAllowedUsers", "runAsNonRoot");
    add("K8sPSPVolumeTypes", "restrictedVolumes");
    add("K8sAllowedRepos", REGISTRIES);
    add("K8sAllowedReposv2", REGISTRIES);
    add("K8sDisallowedTags", TAGS);
    add("K8sImageDigests", DIGESTS);
  }

  private static void kubewarden() {
    add("pod-privileged", "privileged");
    add("host-namespaces-psp", "hostNamespaces", "hostPorts");
    add("hostpaths-psp", "hostPathVolumes");
    add("capabilities-psp", "capabilities_baseline");
    add("allow-privilege-escalation-psp", "allowPrivilegeEscalation");
    add("user-group-psp", "runAsNonRoot");
    add("sysctl-psp", "sysctls");
    add("seccomp-psp", "seccompProfile_baseline");
    add("apparmor-psp", "appArmorProfile");
    add("selinux-psp", "seLinuxOptions");
    add("volumes-psp", "restrictedVolumes");
    add("allowed-proc-mount-types-psp", "procMount");
    add("trusted-repos", REGISTRIES);
    add("verify-image-signatures", SIGNATURES);
  }

  private static void add(String name, String... controls) {
    BY_NAME.put(name, List.of(controls));
  }
}
