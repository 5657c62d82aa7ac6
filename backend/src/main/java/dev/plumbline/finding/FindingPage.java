package dev.plumbline.finding;

import java.util.List;
import java.util.Optional;

/**
 * A stretch of a list of findings, gravest first, the same check together.
 *
 * @param next where the list goes on, empty at its end
 * @param total how many match in all
 */
public record FindingPage(List<Finding> findings, Optional<Position> next, long total) {

  /** The place of one finding in the list's order. */
  public record Position(int weight, String check, String namespace, String name, String id) {

    static Position of(Finding finding) {
      return new Position(
          finding.severity().weight(),
          finding.check(),
          finding.subject().namespace(),
          finding.subject().name(),
          finding.id().toString());
    }
  }
}
