package dev.plumbline.finding;

import dev.plumbline.check.Score;
import java.util.Optional;
import java.util.UUID;

/**
 * What one cause made of one check's part in the score, at one scan.
 *
 * @param objects how many objects it is about, 0 for none in particular
 * @param part the check's part after it, empty when it no longer counts
 */
public record Move(UUID scan, String check, Cause cause, int objects, Optional<Part> part) {

  /** What a check puts into a score: its weight, and the share that passed. */
  public record Part(int weight, Score.Fraction value) {

    static Part of(Score.Line line) {
      return new Part(line.weight(), line.value());
    }
  }
}
