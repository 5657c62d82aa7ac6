package dev.plumbline.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A score and how it came about: 100 × Σ weight·value ÷ Σ weight, exactly.
 *
 * @param lines one for each check that counts
 */
public record Score(List<Line> lines) {

  public Score {
    lines = List.copyOf(lines);
  }

  public static Score of(Collection<CheckResult> results) {
    return of(results, check -> true);
  }

  /** The score over some of the checks, such as those of a framework. */
  public static Score of(Collection<CheckResult> results, Predicate<Check> counted) {
    return new Score(
        results.stream()
            .filter(result -> counted.test(result.check()))
            .flatMap(result -> Lines.of(result).stream())
            .toList());
  }

  /** From 0 to 100; empty when nothing could be assessed. */
  public Optional<Fraction> value() {
    return coverage()
        .filter(covered -> covered.compareTo(Fraction.ZERO) > 0)
        .map(covered -> hundred(Line::value));
  }

  /** The share of the weights that was judged, from 0 to 1; empty when nothing counts. */
  public Optional<Fraction> coverage() {
    return weight() == 0 ? Optional.empty() : Optional.of(Fraction.ONE.minus(mean(Line::unknown)));
  }

  /** What the score would be if all that is unknown were in order; empty when nothing counts. */
  public Optional<Fraction> potential() {
    return weight() == 0
        ? Optional.empty()
        : Optional.of(hundred(line -> line.value().plus(line.unknown())));
  }

  /**
   * The same score where some failures count as passed.
   *
   * @param forgiven what they hold back of a check's value, by check; never more than failed
   */
  public Score forgiving(Map<String, Fraction> forgiven) {
    return new Score(
        lines.stream()
            .map(line -> line.forgiving(forgiven.getOrDefault(line.check(), Fraction.ZERO)))
            .toList());
  }

  /** The points that one line gives; those of all lines add up to the value. */
  public Fraction points(Line line) {
    return share(line, line.value());
  }

  /** The points that one line loses to failures. */
  public Fraction lost(Line line) {
    return share(line, Fraction.ONE.minus(line.value()).minus(line.unknown()));
  }

  /** The points that one line loses to what was not judged. */
  public Fraction open(Line line) {
    return share(line, line.unknown());
  }

  private Fraction share(Line line, Fraction part) {
    long all = weight();
    return all == 0 ? Fraction.ZERO : part.times(Fraction.of(100L * line.weight(), all));
  }

  private long weight() {
    return lines.stream().mapToLong(Line::weight).sum();
  }

  private Fraction hundred(Function<Line, Fraction> part) {
    return mean(part).times(Fraction.of(100, 1));
  }

  private Fraction mean(Function<Line, Fraction> part) {
    Fraction sum = Fraction.ZERO;
    for (Line line : lines) {
      sum = sum.plus(part.apply(line).times(Fraction.of(line.weight(), 1)));
    }
    return sum.times(Fraction.of(1, weight()));
  }

  /**
   * One check's part in a score.
   *
   * @param value passed share, 0 when unknown
   * @param unknown share that was not judged and could still pass, 0 when everything was read
   */
  public record Line(String check, int weight, Fraction value, Fraction unknown) {

    private Line forgiving(Fraction forgiven) {
      Fraction failed = Fraction.ONE.minus(value).minus(unknown);
      Fraction more = forgiven.compareTo(failed) > 0 ? failed : forgiven;
      return new Line(check, weight, value.plus(more), unknown);
    }
  }

  /** An exact fraction, in lowest terms, with a positive denominator. */
  public record Fraction(BigInteger numerator, BigInteger denominator)
      implements Comparable<Fraction> {

    public static final Fraction ZERO = of(0, 1);
    public static final Fraction ONE = of(1, 1);

    public Fraction {
      if (denominator.signum() == 0) {
        throw new IllegalArgumentException("a fraction's denominator is not 0");
      }
      BigInteger shared = numerator.gcd(denominator);
      BigInteger divisor = denominator.signum() < 0 ? shared.negate() : shared;
      numerator = numerator.divide(divisor);
      denominator = denominator.divide(divisor);
    }

    public static Fraction of(long numerator, long denominator) {
      return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public Fraction plus(Fraction other) {
      return new Fraction(
          numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
          denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
      return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    public Fraction times(Fraction other) {
      return new Fraction(
          numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** Rounded down, so that nothing short of 100 reads 100. */
    public BigDecimal rounded(int decimals) {
      return new BigDecimal(numerator)
          .divide(new BigDecimal(denominator), decimals, RoundingMode.FLOOR);
    }

    public double doubleValue() {
      return new BigDecimal(numerator)
          .divide(new BigDecimal(denominator), 12, RoundingMode.FLOOR)
          .doubleValue();
    }

    @Override
    public int compareTo(Fraction other) {
      return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** {@code 3/4}, or {@code 1} when whole. */
    @Override
    public String toString() {
      return denominator.equals(BigInteger.ONE)
          ? numerator.toString()
          : numerator + "/" + denominator;
    }
  }
}
