package dev.plumbline.inventory.fact.image;

import java.util.List;
import java.util.regex.Pattern;

/** What an image is built upon, as far as its name tells. */
final class Base {

  /**
   * What hints at one base.
   *
   * @param parts one of which is in every name that the pattern meets
   */
  private record Hint(String base, List<String> parts, Pattern pattern) {

    boolean meets(String name) {
      return parts.stream().anyMatch(name::contains) && pattern.matcher(name).find();
    }
  }

  private static final List<Hint> HINTS =
      List.of(
          hint("distroless", "distroless", "distroless"),
          hint("wolfi", "wolfi|chainguard|cgr\\.dev", "wolfi", "chainguard", "cgr.dev"),
          hint("alpine", "alpine", "alpine"),
          hint("ubi", "ubi\\d{0,2}(-minimal|-micro)?", "ubi"),
          hint("ubuntu", "ubuntu|focal|jammy|noble", "ubuntu", "focal", "jammy", "noble"),
          hint(
              "debian",
              "debian|bullseye|bookworm|trixie|slim",
              "debian",
              "bullseye",
              "bookworm",
              "trixie",
              "slim"),
          hint("busybox", "busybox", "busybox"),
          hint(
              "windows",
              "nanoserver|(windows)?servercore|ltsc\\d{4}",
              "nanoserver",
              "servercore",
              "ltsc"));

  private Base() {}

  /** Such as {@code alpine}; empty when the name tells nothing. */
  static String of(Reference reference) {
    String name = reference.name() + ":" + reference.tag();
    return HINTS.stream().filter(hint -> hint.meets(name)).map(Hint::base).findFirst().orElse("");
  }

  private static Hint hint(String base, String words, String... parts) {
    var pattern = Pattern.compile("(^|[/:._-])(" + words + ")([/:._-]|\\d|$)");
    return new Hint(base, List.of(parts), pattern);
  }
}
