package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the text of policies reads, where what they make of it is not understood. */
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

  /** The expressions of a policy, one below the other. */
  static String text(Map<String, Object> spec) {
    return Stream.of("matchConditions", "variables", "validations")
        .flatMap(list -> Documents.maps(spec, list).stream())
        .map(part -> Documents.text(part, "expression"))
        .collect(Collectors.joining("\n"));
  }

  /** Words of what a policy's text reads. */
  static List<String> words(String text) {
    return FIELDS.entrySet().stream()
        .filter(field -> field.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void field(String control, String names) {
    FIELDS.put(control, Pattern.compile("\\b(" + names + ")\\b"));
  }
}
