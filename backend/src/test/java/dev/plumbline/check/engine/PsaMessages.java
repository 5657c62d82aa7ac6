package dev.plumbline.check.engine;

import dev.plumbline.check.PodSecurity.Level;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What Pod Security admission calls its controls in its warnings. */
final class PsaMessages {

  /** Baseline controls, in lower case, that a restricted one speaks for. */
  static final Map<String, String> COVERED =
      Map.of(
          "hostpathvolumes", "restrictedvolumes",
          "capabilities_baseline", "capabilities_restricted",
          "seccompprofile_baseline", "seccompprofile_restricted",
          "procmount", "procmount_restricted");

  private static final Map<String, String> CONTROLS =
      Map.ofEntries(
          Map.entry("host namespaces", "hostNamespaces"),
          Map.entry("hostPath volumes", "hostPathVolumes"),
          Map.entry("hostPort", "hostPorts"),
          Map.entry("non-default capabilities", "capabilities_baseline"),
          Map.entry("unrestricted capabilities", "capabilities_restricted"),
          Map.entry("privileged", "privileged"),
          Map.entry("probe or lifecycle host", "hostProbesAndHostLifecycle"),
          Map.entry("allowPrivilegeEscalation != false", "allowPrivilegeEscalation"),
          Map.entry("restricted volume types", "restrictedVolumes"),
          Map.entry("runAsNonRoot != true", "runAsNonRoot"),
          Map.entry("runAsUser=0", "runAsUser"));

  private PsaMessages() {}

  /** The controls named in {@code would violate PodSecurity "…": a (…), b (…)}; none in ok. */
  static Set<String> controls(String verdict, Level level) {
    if (verdict.equals("ok")) {
      return Set.of();
    }
    String list = verdict.substring(verdict.indexOf("\": ") + 3);
    return Arrays.stream(withoutBrackets(list).split(","))
        .map(part -> control(part.strip(), level))
        .collect(Collectors.toSet());
  }

  private static String withoutBrackets(String list) {
    String shorter = list.replaceAll("\\([^()]*\\)", "");
    return shorter.equals(list) ? list : withoutBrackets(shorter);
  }

  private static String control(String words, Level level) {
    if (words.equals("seccompProfile")) {
      return "seccompProfile_" + level.name().toLowerCase();
    }
    String control = CONTROLS.get(words);
    if (control == null) {
      throw new IllegalArgumentException("an unknown control: " + words);
    }
    return control;
  }
}
