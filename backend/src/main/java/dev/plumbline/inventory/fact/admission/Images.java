package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.fact.admission.probe.Probes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Images that a policy may be content with, by the registries its text names. */
final class Images {

  private static final Pattern REGISTRY =
      Pattern.compile(
          "[a-z0-9][a-z0-9-]{0,62}(?:\\.[a-z0-9-]{1,63}){1,5}(?::[0-9]{1,5})?[a-z0-9._/-]{0,200}");
  private static final int MOST = 6;

  private Images() {}

  static List<String> in(String text) {
    Stream<String> named =
        REGISTRY
            .matcher(text.replace("\\", ""))
            .results()
            .map(found -> found.group().replaceAll("[/._-]+$", ""))
            .distinct()
            .limit(MOST)
            .map(Probes::image);
    return Stream.concat(Stream.of(Probes.IMAGE), named).distinct().toList();
  }
}
