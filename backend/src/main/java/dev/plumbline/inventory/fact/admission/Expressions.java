package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What policies written in CEL read; what they make of it is not understood. */
final class Expressions {

  private static final Map<String, Pattern> FIELDS = new TreeMap<>();

  static {
    field("privileged", "privileged");
    field("hostNamespaces", "hostPID|hostIPC|hostNetwork");
    field("hostPathVolumes", "hostPath");
    field("hostPorts", "hostPort");
    field("allowPrivilegeEscalation", "allowPrivilegeEscalation");
    field("runAsNonRoot", "runAsNonRoot");
    field("runAsUser", "runAsUser");
    field("capabilities_baseline", "capabilities");
    field("seccompProfile_baseline", "seccompProfile");
    field("sysctls", "sysctls");
    field("procMount", "procMount");
    field("seLinuxOptions", "seLinuxOptions");
    field("appArmorProfile", "appArmorProfile");
    field(Controls.REGISTRIES, "image");
  }

  private Expressions() {}

  /** Whether pods are among what a policy is asked about. */
  static boolean aboutPods(Map<String, Object> matchConstraints) {
    return Documents.maps(matchConstraints, "resourceRules").stream()
        .flatMap(rule -> Documents.texts(rule, "resources").stream())
        .anyMatch(resource -> resource.equals("pods") || resource.startsWith("*"));
  }

  /** Words of what the policy's expressions and variables read. */
  static List<String> about(Map<String, Object> spec) {
    String text =
        List.of("validations", "variables").stream()
            .flatMap(list -> Documents.maps(spec, list).stream())
            .map(part -> Documents.text(part, "expression"))
            .reduce("", (one, other) -> one + "\n" + other);
    return FIELDS.entrySet().stream()
        .filter(field -> field.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void field(String control, String names) {
    FIELDS.put(control, Pattern.compile("\\b(" + names + ")\\b"));
  }
}
