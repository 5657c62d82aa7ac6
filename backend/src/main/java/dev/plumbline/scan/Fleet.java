package dev.plumbline.scan;

import dev.plumbline.check.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where all clusters of an organisation stand; each weighs the same. */
public record Fleet(List<Standing> clusters) {

  public Fleet {
    clusters = List.copyOf(clusters);
  }

  /** From 0 to 100; empty when no cluster could be assessed. */
  public Optional<Score.Fraction> score() {
    return score(scan -> scan.result().flatMap(Scan.Result::score));
  }

  /** The same by another score of each scan that holds. */
  public Optional<Score.Fraction> score(Function<Scan, Optional<Score.Fraction>> each) {
    var scores = clusters.stream().flatMap(standing -> score(standing, each).stream()).toList();
    return scores.stream()
        .reduce(Score.Fraction::plus)
        .map(sum -> sum.times(Score.Fraction.of(1, scores.size())));
  }

  private static Optional<Score.Fraction> score(
      Standing standing, Function<Scan, Optional<Score.Fraction>> each) {
    return standing
        .scan()
        .flatMap(each)
        .map(score -> lapsed(standing) ? Score.Fraction.ZERO : score);
  }

  private static boolean lapsed(Standing standing) {
    return standing.age() == Standing.Age.LAPSED;
  }

  /** Share of the weights that was judged, 0 to 1; a lapsed cluster counts as not judged. */
  public BigDecimal coverage() {
    return mean(Scan.Result::coverage, BigDecimal.ZERO);
  }

  /** The score if everything unknown were in order. */
  public BigDecimal potential() {
    return mean(Scan.Result::potential, BigDecimal.valueOf(100));
  }

  private BigDecimal mean(Function<Scan.Result, BigDecimal> part, BigDecimal whenLapsed) {
    var parts =
        clusters.stream()
            .flatMap(standing ->
                standing.scan().flatMap(Scan::result).stream()
                    .map(result -> lapsed(standing) ? whenLapsed : part.apply(result)))
            .toList();
    return parts.isEmpty()
        ? BigDecimal.ZERO
        : parts.stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(parts.size()), 6, RoundingMode.HALF_UP);
  }

  /** How many are fresh. */
  public long fresh() {
    return clusters.stream().filter(one -> one.age() == Standing.Age.FRESH).count();
  }

  /** The scans that hold, of clusters that have one. */
  public List<Scan> scans() {
    return clusters.stream().flatMap(standing -> standing.scan().stream()).toList();
  }
}
