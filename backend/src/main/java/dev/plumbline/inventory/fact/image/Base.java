package dev.plumbline.inventory.fact.image;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What an image is built upon, as far as its name tells. */
final class Base {

  private static final Map<String, Pattern> HINTS = new LinkedHashMap<>();

  static {
    hint("distroless", "distroless");
    hint("wolfi", "wolfi|chainguard|cgr\\.dev");
    hint("alpine", "alpine");
    hint("ubi", "ubi\\d{0,2}(-minimal|-micro)?");
    hint("ubuntu", "ubuntu|focal|jammy|noble");
    hint("debian", "debian|bullseye|bookworm|trixie|slim");
    hint("busybox", "busybox");
    hint("windows", "nanoserver|(windows)?servercore|ltsc\\d{4}");
  }

  private Base() {}

  /** Such as {@code alpine}; empty when the name tells nothing. */
  static String of(Reference reference) {
    String name = reference.name() + ":" + reference.tag();
    return HINTS.entrySet().stream()
        .filter(hint -> hint.getValue().matcher(name).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static void hint(String base, String words) {
    HINTS.put(base, Pattern.compile("(^|[/:._-])(" + words + ")([/:._-]|\\d|$)"));
  }
}
