package dev.plumbline.inventory.fact.controlplane;

import java.util.List;
import java.util.regex.Pattern;

/** Tells TLS cipher suites with authenticated encryption and forward secrecy from the others. */
final class CipherSuites {

  private static final Pattern STRONG =
      Pattern.compile(
          "TLS_(ECDHE_(ECDSA|RSA)_WITH_)?"
              + "(AES_(128|256)_GCM_SHA(256|384)|CHACHA20_POLY1305(_SHA256)?)");

  private CipherSuites() {}

  /**
   * @param chosen suites by name; none chosen leaves it to Go, which has weak ones among them
   * @param onlyTls13 which has no weak suites and no choice
   */
  static List<String> weak(List<String> chosen, boolean onlyTls13) {
    if (onlyTls13) {
      return List.of();
    }
    return chosen.isEmpty()
        ? List.of("the suites Go offers by default")
        : chosen.stream().filter(suite -> !STRONG.matcher(suite).matches()).toList();
  }
}
