package dev.plumbline.inventory.fact.controlplane;

import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The Kubernetes version a cluster runs.
 *
 * @param git such as {@code v1.35.4}
 * @param minor of major version 1
 * @param endOfLife last day of upstream support, as {@code yyyy-MM-dd}
 * @param ended whether that day had passed when the snapshot was taken
 */
public record Version(String git, long minor, Answer<String> endOfLife, Answer<Boolean> ended) {

  static Answer<Version> of(Snapshot snapshot) {
    var server = snapshot.version();
    return server.known()
        ? Answer.of(
            of(
                server.git(),
                server.minor(),
                snapshot.takenAt().atZone(ZoneOffset.UTC).toLocalDate()))
        : Answer.unknown("the server's version was not read");
  }

  private static Version of(String git, int minor, LocalDate day) {
    Answer<String> unknown = unknown(minor);
    return Releases.endOfLife(minor)
        .map(end -> new Version(git, minor, Answer.of(end.toString()), Answer.of(day.isAfter(end))))
        .orElse(new Version(git, minor, unknown, unknown(minor)));
  }

  private static <T> Answer<T> unknown(int minor) {
    return Answer.unknown("end of support of Kubernetes 1." + minor + " is not known yet");
  }
}
