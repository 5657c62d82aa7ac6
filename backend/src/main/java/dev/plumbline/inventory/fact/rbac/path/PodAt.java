package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A running pod as an attacker sees it.
 *
 * @param node empty while it is not placed
 * @param token the account whose token is mounted
 * @param breakout whether its inside is as good as root on its node
 */
record PodAt(String namespace, String name, String node, Optional<Place> token, boolean breakout) {

  private static final Set<String> FINISHED = Set.of("Succeeded", "Failed");
  private static final List<String> CONTAINERS =
      List.of("initContainers", "containers", "ephemeralContainers");
  private static final List<String> NODE_FILES =
      List.of("/", "/etc", "/root", "/home", "/var", "/var/lib", "/run", "/var/run", "/proc");
  private static final List<String> NODE_FILES_UNDER =
      List.of("/etc/kubernetes", "/var/lib/kubelet", "/etc/cron", "/etc/systemd", "/root/.ssh");

  static PodAt of(KubeObject pod, Snapshot snapshot) {
    Map<String, Object> spec = Documents.map(pod.document(), "spec");
    String namespace = pod.key().namespace();
    boolean running =
        !FINISHED.contains(Documents.text(Documents.map(pod.document(), "status"), "phase"));
    return new PodAt(
        namespace,
        pod.key().name(),
        Documents.text(spec, "nodeName"),
        running ? token(pod, spec, snapshot) : Optional.empty(),
        running && breakout(spec));
  }

  private static Optional<Place> token(
      KubeObject pod, Map<String, Object> spec, Snapshot snapshot) {
    String named = Documents.text(spec, "serviceAccountName");
    String name = named.isEmpty() ? "default" : named;
    String namespace = pod.key().namespace();
    boolean fixed = pod.annotations().containsKey("kubernetes.io/config.mirror");
    return !fixed && mounted(spec, account(namespace, name, snapshot))
        ? Optional.of(Place.account(namespace, name))
        : Optional.empty();
  }

  private static Map<String, Object> account(String namespace, String name, Snapshot snapshot) {
    return snapshot
        .find(new ObjectKey(Terrain.SERVICE_ACCOUNT, namespace, name))
        .map(KubeObject::document)
        .orElse(Map.of());
  }

  private static boolean mounted(Map<String, Object> spec, Map<String, Object> account) {
    String field = "automountServiceAccountToken";
    return !Boolean.FALSE.equals(spec.getOrDefault(field, account.getOrDefault(field, true)));
  }

  private static boolean breakout(Map<String, Object> spec) {
    boolean privileged =
        CONTAINERS.stream()
            .flatMap(field -> Documents.maps(spec, field).stream())
            .map(container -> Documents.map(container, "securityContext"))
            .anyMatch(context -> Documents.flag(context, "privileged"));
    return privileged || hostPaths(spec).anyMatch(PodAt::nodeFile);
  }

  private static Stream<String> hostPaths(Map<String, Object> spec) {
    return Documents.maps(spec, "volumes").stream()
        .map(volume -> Documents.text(Documents.map(volume, "hostPath"), "path"))
        .filter(path -> !path.isEmpty());
  }

  private static boolean nodeFile(String path) {
    String plain = path.length() > 1 && path.endsWith("/") ? path.replaceAll("/+$", "") : path;
    return NODE_FILES.contains(plain)
        || NODE_FILES_UNDER.stream().anyMatch(plain::startsWith)
        || plain.endsWith(".sock");
  }
}
