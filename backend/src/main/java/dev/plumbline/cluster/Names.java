package dev.plumbline.cluster;

import dev.plumbline.tenant.Refused;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names of clusters, and the aliases made from them. */
final class Names {

  private static final int LONGEST = 100;
  private static final int LONGEST_ALIAS = 40;
  private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

  private Names() {}

  static String checked(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST) {
      throw new Refused("name", "A name has 1 to 100 characters.");
    }
    if (INVISIBLE.matcher(stripped).find()) {
      throw new Refused("name", "A name has no control characters.");
    }
    return stripped;
  }

  /** A free alias in the likeness of a name. */
  static String alias(String name, Predicate<String> taken) {
    String stem = stem(name);
    String alias = stem;
    for (int number = 2; taken.test(alias); number++) {
      alias = stem + "-" + number;
    }
    return alias;
  }

  private static String stem(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String cut = plain.substring(0, Math.min(LONGEST_ALIAS, plain.length())).replaceAll("-$", "");
    return cut.isEmpty() ? "cluster" : cut;
  }
}
