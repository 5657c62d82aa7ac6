package dev.plumbline.inventory.fact.admission.probe;

import static dev.plumbline.inventory.fact.admission.probe.Pods.PROFILE;
import static dev.plumbline.inventory.fact.admission.probe.Pods.SECURITY;
import static dev.plumbline.inventory.fact.admission.probe.Pods.in;
import static dev.plumbline.inventory.fact.admission.probe.Pods.list;
import static dev.plumbline.inventory.fact.admission.probe.Pods.map;

import java.util.List;
import java.util.Map;

/** Ways to violate the controls of the Pod Security Standards. */
final class Violations {

  private static final List<String> HOST_NAMESPACES = List.of("hostNetwork", "hostPID", "hostIPC");
  private static final String UNCONFINED = "Unconfined";

  private Violations() {}

  static void addTo(Probes probes) {
    host(probes);
    containers(probes);
    capabilities(probes);
    profiles(probes);
    users(probes);
    calls(probes);
    volumes(probes);
  }

  private static void host(Probes probes) {
    for (String field : HOST_NAMESPACES) {
      probes.pod("hostNamespaces", field, spec -> spec.put(field, true));
    }
    probes.pod("hostNetwork", "hostNetwork", spec -> spec.put("hostNetwork", true));
    probes.pod("hostProcesses", "hostPID", spec -> spec.put("hostPID", true));
    probes.pod("hostProcesses", "hostIPC", spec -> spec.put("hostIPC", true));
    for (String list : List.of("containers", "initContainers")) {
      for (long port : new long[] {80, 30_080}) {
        hostPort(probes, list, port);
      }
    }
    probes.podSecurity(
        "windowsHostProcess", "pod", it -> in(it, "windowsOptions").put("hostProcess", true));
    probes.security(
        "windowsHostProcess", "", it -> in(it, "windowsOptions").put("hostProcess", true));
    for (String name : List.of("kernel.msgmax", "net.core.somaxconn")) {
      probes.podSecurity(
          "sysctls", name, it -> it.put("sysctls", list(map("name", name, "value", "1024"))));
    }
  }

  private static void hostPort(Probes probes, String list, long port) {
    Map<String, Object> at = map("containerPort", port, "protocol", "TCP");
    Map<String, Object> taken = map("containerPort", port, "protocol", "TCP", "hostPort", port);
    probes.container(
        "hostPorts",
        list,
        "" + port,
        it -> it.put("ports", list(at)),
        it -> it.put("ports", list(taken)));
  }

  private static void containers(Probes probes) {
    probes.security("privileged", "", it -> it.put("privileged", true));
    probes.security("procMount", "", it -> it.put("procMount", "Unmasked"));
    probes.security("procMount_restricted", "", it -> it.put("procMount", "Unmasked"));
    String escalation = "allowPrivilegeEscalation";
    probes.security(escalation, "true", it -> it.put(escalation, true));
    probes.security(escalation, "absent", it -> it.remove(escalation));
  }

  private static void capabilities(Probes probes) {
    for (String name : List.of("ALL", "SYS_ADMIN", "NET_ADMIN", "NET_RAW", "SYS_PTRACE")) {
      probes.security(
          "capabilities_baseline",
          name + " added",
          it -> in(it, "capabilities").put("add", list(name)));
    }
    String strict = "capabilities_restricted";
    probes.security(strict, "CHOWN added", it -> in(it, "capabilities").put("add", list("CHOWN")));
    probes.security(strict, "only NET_RAW dropped", it -> Probes.drop(it, "NET_RAW"));
    probes.security(strict, "none dropped", it -> it.remove("capabilities"));
  }

  private static void profiles(Probes probes) {
    for (String control : List.of("seccompProfile_baseline", "seccompProfile_restricted")) {
      probes.podSecurity(control, "pod: Unconfined", it -> it.put(PROFILE, type(UNCONFINED)));
      probes.security(control, UNCONFINED, it -> it.put(PROFILE, type(UNCONFINED)));
    }
    probes.pod("seccompProfile_restricted", "absent", spec -> without(spec, PROFILE));
    probes.podSecurity(
        "appArmorProfile", "pod: Unconfined", it -> it.put("appArmorProfile", type(UNCONFINED)));
    probes.security(
        "appArmorProfile", UNCONFINED, it -> it.put("appArmorProfile", type(UNCONFINED)));
    for (String field : List.of("type", "user", "role")) {
      Map<String, Object> options = map(field, "probe_t");
      probes.podSecurity(
          "seLinuxOptions", "pod: " + field, it -> it.put("seLinuxOptions", options));
      probes.security("seLinuxOptions", field, it -> it.put("seLinuxOptions", options));
    }
  }

  private static Map<String, Object> type(String name) {
    return map("type", name);
  }

  private static void users(Probes probes) {
    String nonRoot = "runAsNonRoot";
    probes.pod(nonRoot, "absent", spec -> without(spec, nonRoot));
    probes.pod(
        nonRoot,
        "pod: false",
        spec -> {
          without(spec, nonRoot);
          in(spec, SECURITY).put(nonRoot, false);
        });
    probes.security(nonRoot, "false", it -> it.put(nonRoot, false));
    probes.podSecurity("runAsUser", "pod: 0", it -> it.put("runAsUser", 0L));
    probes.security("runAsUser", "0", it -> it.put("runAsUser", 0L));
  }

  /** Takes a field out of the pod's security context and out of every container's. */
  private static void without(Map<String, Object> spec, String field) {
    in(spec, SECURITY).remove(field);
    for (String list : List.of("containers", "initContainers")) {
      if (spec.containsKey(list)) {
        Pods.listIn(spec, list).forEach(container -> securityOf(container).remove(field));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> securityOf(Object container) {
    return in((Map<String, Object>) container, SECURITY);
  }

  private static void calls(Probes probes) {
    Map<String, Object> web = map("httpGet", map("host", "10.0.0.1", "path", "/", "port", 80L));
    Map<String, Object> socket = map("tcpSocket", map("host", "10.0.0.1", "port", 80L));
    String control = "hostProbesAndHostLifecycle";
    for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
      probes.container(control, "containers", probe + " httpGet", it -> it.put(probe, web));
      probes.container(control, "containers", probe + " tcpSocket", it -> it.put(probe, socket));
      probes.container(
          control,
          "initContainers",
          probe + " httpGet",
          it -> {
            it.put("restartPolicy", "Always");
            it.put(probe, web);
          });
    }
    for (String hook : List.of("postStart", "preStop")) {
      probes.container(
          control, "containers", hook + " httpGet", it -> it.put("lifecycle", map(hook, web)));
    }
  }

  private static void volumes(Probes probes) {
    Map<String, Object> node = map("path", "/", "type", "");
    Map<String, Object> logs = map("path", "/var/log/containers", "type", "Directory");
    probes.volume("hostPathVolumes", "hostPath", node);
    probes.pod(
        "hostPathVolumes",
        "hostPath /var/log",
        spec -> Pods.listIn(spec, "volumes").add(map("name", "other", "hostPath", logs)));
    String control = "restrictedVolumes";
    probes.volume(control, "hostPath", node);
    probes.volume(control, "nfs", map("server", "10.0.0.1", "path", "/"));
    probes.volume(control, "iscsi", map("iqn", "iqn.2026-01.x:y", "lun", 0L, "targetPortal", "t"));
    probes.volume(control, "awsElasticBlockStore", map("volumeID", "vol-1"));
    probes.volume(control, "azureFile", map("secretName", "s", "shareName", "s"));
    probes.volume(control, "cephfs", map("monitors", list("10.0.0.1")));
    probes.volume(control, "flexVolume", map("driver", "x/y"));
    probes.volume(control, "gcePersistentDisk", map("pdName", "d"));
    probes.volume(control, "gitRepo", map("repository", "r"));
    probes.volume(control, "glusterfs", map("endpoints", "e", "path", "p"));
    probes.volume(control, "rbd", map("monitors", list("10.0.0.1"), "image", "i"));
  }
}
