package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.fact.admission.probe.Probes;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Images that a policy may be content with, by the registries its text names. */
final class Images {

  private static final String NAME =
      "([a-z0-9][a-z0-9-]{0,62}(?:\\.[a-z0-9-]{1,63}){1,5}(?::[0-9]{1,5})?[a-z0-9._/-]{0,200})";
  private static final Pattern QUOTED = Pattern.compile("['\"]\\^?(?:https?://)?" + NAME);
  private static final Pattern ANYWHERE = Pattern.compile(NAME);
  private static final int LONGEST = 50_000;
  private static final int MOST = 10;

  private Images() {}

  /** What stands in quotes comes first: elsewhere fields look like registries. */
  static List<String> in(String text) {
    String plain = text.substring(0, Math.min(text.length(), LONGEST)).replace("\\", "");
    Stream<String> named =
        Stream.of(QUOTED, ANYWHERE)
            .flatMap(pattern -> pattern.matcher(plain).results())
            .map(Images::registry)
            .distinct()
            .limit(MOST)
            .map(Probes::image);
    return Stream.concat(Stream.of(Probes.IMAGE), named).distinct().toList();
  }

  private static String registry(MatchResult found) {
    return found.group(1).replaceAll("[/._-]+$", "");
  }
}
