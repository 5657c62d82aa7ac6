package dev.plumbline.inventory.fact.controlplane;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the flags of a Kubernetes component from its command and arguments, as it would. */
final class CommandLine {

  /** A flag of these takes no separate value: {@code --profiling false} means true. */
  private static final Set<String> BOOLEAN =
      Set.of(
          "allow-privileged",
          "anonymous-auth",
          "auto-tls",
          "client-cert-auth",
          "enable-bootstrap-token-auth",
          "kubelet-https",
          "leader-elect",
          "peer-auto-tls",
          "peer-client-cert-auth",
          "profiling",
          "contention-profiling",
          "service-account-extend-token-expiration",
          "service-account-lookup",
          "use-service-account-credentials");

  /** A flag of these adds to what an earlier one said, where others replace it. */
  private static final Set<String> ADDING =
      Set.of(
          "authorization-mode",
          "disable-admission-plugins",
          "enable-admission-plugins",
          "feature-gates",
          "runtime-config",
          "service-account-issuer",
          "service-account-key-file",
          "tls-cipher-suites");

  private CommandLine() {}

  /** Flag names, with dashes, to values; a flag given twice adds up or replaces as it should. */
  static Map<String, String> flags(List<String> command, List<String> arguments) {
    Map<String, String> flags = new LinkedHashMap<>();
    List<String> words = words(command, arguments);
    for (int i = 0; i < words.size() && !words.get(i).equals("--"); i++) {
      if (words.get(i).startsWith("-")) {
        String next = i + 1 < words.size() ? words.get(i + 1) : "-";
        i += put(flags, words.get(i), next) ? 1 : 0;
      }
    }
    return flags;
  }

  /** A shell's one long line counts as its words. */
  private static List<String> words(List<String> command, List<String> arguments) {
    List<String> words = new ArrayList<>();
    Stream.concat(command.stream(), arguments.stream())
        .forEach(word -> {
          if (word.startsWith("-") || !word.contains(" --")) {
            words.add(word);
          } else {
            words.addAll(List.of(word.strip().split("\\s+")));
          }
        });
    return words;
  }

  /** Returns whether the next word was the value. */
  private static boolean put(Map<String, String> flags, String word, String next) {
    int equals = word.indexOf('=');
    String name = name(equals < 0 ? word : word.substring(0, equals));
    if (equals >= 0) {
      put(flags, name, word.substring(equals + 1), false);
    } else if (BOOLEAN.contains(name) || next.startsWith("-")) {
      put(flags, name, "true", false);
    } else {
      return put(flags, name, next, true);
    }
    return false;
  }

  private static boolean put(
      Map<String, String> flags, String name, String value, boolean consumed) {
    flags.merge(name, value, (old, later) -> ADDING.contains(name) ? old + "," + later : later);
    return consumed;
  }

  private static String name(String word) {
    return word.replaceFirst("^--?", "").replace('_', '-');
  }
}
