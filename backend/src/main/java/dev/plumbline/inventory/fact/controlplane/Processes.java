package dev.plumbline.inventory.fact.controlplane;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the components that run as static pods in kube-system. */
final class Processes {

  private static final String NAMESPACE = "kube-system";
  private static final String MIRROR = "kubernetes.io/config.mirror";

  private Processes() {}

  /** The component on every node that shows it, or why none does. */
  static Answer<List<Process>> of(String component, Snapshot snapshot) {
    List<Process> found =
        snapshot.all(Kind.core("Pod")).stream()
            .filter(pod -> pod.key().namespace().equals(NAMESPACE) && isStatic(pod))
            .flatMap(pod -> process(component, pod).stream())
            .toList();
    return found.isEmpty()
        ? Answer.unknown(
            "no static pod of " + component + " in kube-system: its flags are not seen")
        : Answer.of(found);
  }

  private static boolean isStatic(KubeObject pod) {
    return pod.annotations().containsKey(MIRROR)
        || "control-plane".equals(pod.labels().get("tier"))
        || Documents.maps(pod.metadata(), "ownerReferences").stream()
            .anyMatch(owner -> "Node".equals(owner.get("kind")));
  }

  private static Optional<Process> process(String component, KubeObject pod) {
    return Documents.maps(Documents.map(pod.document(), "spec"), "containers").stream()
        .filter(container -> runs(component, container))
        .findFirst()
        .map(container -> process(component, node(pod), container));
  }

  private static boolean runs(String component, Map<String, Object> container) {
    return Documents.text(container, "name").equals(component)
        || Documents.texts(container, "command").stream()
            .anyMatch(word -> word.equals(component) || word.endsWith("/" + component));
  }

  private static Process process(String component, String node, Map<String, Object> container) {
    Map<String, String> flags =
        CommandLine.flags(
            Documents.texts(container, "command"), Documents.texts(container, "args"));
    return new Process(component, node, flags, hidden(component, flags, container));
  }

  private static Map<String, String> hidden(
      String component, Map<String, String> flags, Map<String, Object> container) {
    return switch (component) {
      case "kube-apiserver" -> byConfiguration(flags);
      case "kube-scheduler" ->
          flags.containsKey("config")
              ? Map.of("profiling", "decided in the file of --config, which is not seen")
              : Map.of();
      case "etcd" -> etcd(flags, container);
      default -> Map.of();
    };
  }

  private static Map<String, String> byConfiguration(Map<String, String> flags) {
    Map<String, String> hidden = new HashMap<>();
    if (flags.containsKey("authentication-config")) {
      for (String flag : List.of("anonymous-auth", "oidc-issuer-url")) {
        hidden.put(flag, "decided in the file of --authentication-config, not seen");
      }
      hidden.keySet().removeAll(flags.keySet());
    }
    if (flags.containsKey("authorization-config")) {
      hidden.put("authorization-mode", "decided in the file of --authorization-config, not seen");
    }
    return hidden;
  }

  /** What is set through the environment is seen, but its value is not kept. */
  private static Map<String, String> etcd(
      Map<String, String> flags, Map<String, Object> container) {
    if (flags.containsKey("config-file")) {
      return Map.of(Process.ANY, "decided in the file of --config-file, which is not seen");
    }
    Map<String, String> hidden = new HashMap<>();
    for (Map<String, Object> variable : Documents.maps(container, "env")) {
      String name = Documents.text(variable, "name");
      String flag = name.replaceFirst("^ETCD_", "").toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.startsWith("ETCD_") && !flags.containsKey(flag)) {
        hidden.put(flag, "set by the variable " + name + ", whose value is not kept");
      }
    }
    return hidden;
  }

  private static String node(KubeObject pod) {
    String node = Documents.text(Documents.map(pod.document(), "spec"), "nodeName");
    return node.isEmpty() ? pod.key().name() : node;
  }
}
