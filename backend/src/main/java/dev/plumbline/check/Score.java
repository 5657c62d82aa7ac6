package dev.plumbline.check;

import java.math.BigInteger;
import java.util.List;

/**
 * A score and how it came about: 100 × Σ weight·value ÷ Σ weight, exactly.
 *
 * @param lines one for each check that counts
 */
public record Score(List<Line> lines) {

  public Score {
    lines = List.copyOf(lines);
  }

  /**
   * One check's part in a score.
   *
   * @param value passed share, 0 when unknown
   * @param unknown share that was not judged and could still pass, 0 when everything was read
   */
  public record Line(String check, int weight, Fraction value, Fraction unknown) {}

  /** An exact fraction, in lowest terms, with a positive denominator. */
  public record Fraction(BigInteger numerator, BigInteger denominator) {}
}
