package dev.plumbline.web.pages.clusters;

import dev.plumbline.inventory.Releases;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.web.pages.Format;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How long a cluster's version of Kubernetes is supported.
 *
 * @param words empty when the version was never read
 * @param over whether support has ended or is about to
 */
record Support(String words, boolean over) {

  private static final int SOON = 60;

  static Support of(String version, String distribution, Instant now) {
    var server = ServerVersion.of(version);
    if (!server.known()) {
      return new Support("", false);
    }
    return Releases.endOfLife(server, distribution)
        .map(end -> until(end, LocalDate.ofInstant(now, ZoneOffset.UTC)))
        .orElseGet(() -> unsure(distribution));
  }

  private static Support until(LocalDate end, LocalDate today) {
    return today.isAfter(end)
        ? new Support("out of support since " + Format.day(end), true)
        : new Support("supported to " + Format.day(end), today.plusDays(SOON).isAfter(end));
  }

  private static Support unsure(String distribution) {
    return new Support(
        Optional.of(distribution)
            .filter(name -> !name.isEmpty())
            .map(name -> "end of support: ask " + name.toUpperCase(java.util.Locale.ROOT))
            .orElse("end of support not known"),
        false);
  }
}
