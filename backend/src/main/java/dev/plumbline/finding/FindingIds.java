package dev.plumbline.finding;

import dev.plumbline.inventory.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Makes a finding's id from what it is about, so that it survives re-creation. */
final class FindingIds {

  private FindingIds() {}

  static UUID of(UUID cluster, String check, ObjectKey subject) {
    String about =
        String.join(
            "\n",
            cluster.toString(),
            check,
            subject.kind().group(),
            subject.kind().name(),
            subject.namespace(),
            subject.name());
    return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
  }
}
