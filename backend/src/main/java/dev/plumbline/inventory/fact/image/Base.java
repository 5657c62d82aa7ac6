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
      for (String part : parts) {
        if (name.contains(part)) {
          return pattern.matcher(name).find();
        }
      }
      return false;
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

  /** What a name or a tag hints at, a bit each; where both hint, the lowest counts. */
  static int hints(String nameOrTag) {
    int hints = 0;
    for (int at = 0; at < HINTS.size(); at++) {
      hints |= HINTS.get(at).meets(nameOrTag) ? 1 << at : 0;
    }
    return hints;
  }

  /** Such as {@code alpine}; empty when nothing hints at it. */
  static String of(int hints) {
    return hints == 0 ? "" : HINTS.get(Integer.numberOfTrailingZeros(hints)).base();
  }

  private static Hint hint(String base, String words, String... parts) {
    var pattern = Pattern.compile("(^|[/:._-])(" + words + ")([/:._-]|\\d|$)");
    return new Hint(base, List.of(parts), pattern);
  }
}
