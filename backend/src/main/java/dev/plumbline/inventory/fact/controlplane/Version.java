package dev.plumbline.inventory.fact.controlplane;

import dev.plumbline.inventory.Releases;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The Kubernetes version a cluster runs.
 *
 * @param git such as {@code v1.35.4}
 * @param minor of major version 1
 * @param endOfLife last day of support, as {@code yyyy-MM-dd}; of upstream, or of the provider's
 *     standard support where the distribution has its own
 * @param ended whether that day had passed when the snapshot was taken
 */
public record Version(String git, long minor, Answer<String> endOfLife, Answer<Boolean> ended) {

  static Answer<Version> of(Snapshot snapshot, Answer<String> distribution) {
    var server = snapshot.version();
    if (!server.known()) {
      return Answer.unknown("the server's version was not read");
    }
    String name = distribution instanceof Answer.Known<String> known ? known.value() : "";
    LocalDate day = snapshot.takenAt().atZone(ZoneOffset.UTC).toLocalDate();
    return Answer.of(
        Releases.endOfLife(server, name)
            .map(end -> supported(server, end, day))
            .orElseGet(() -> unsure(server)));
  }

  private static Version supported(ServerVersion server, LocalDate end, LocalDate day) {
    return new Version(
        server.git(), server.minor(), Answer.of(end.toString()), Answer.of(day.isAfter(end)));
  }

  private static Version unsure(ServerVersion server) {
    String why = "when support of " + server.git() + " ends is not known";
    return new Version(server.git(), server.minor(), Answer.unknown(why), Answer.unknown(why));
  }
}
