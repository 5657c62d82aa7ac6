package dev.plumbline.finding;

import dev.plumbline.check.Score.Fraction;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds amounts to tenths that add up to a given sum. */
final class Tenths {

  private Tenths() {}

  /**
   * Each is rounded down or up; where the sum wants more, what was rounded most is moved.
   *
   * @param sum in tenths
   */
  static long[] of(List<Fraction> amounts, long sum) {
    List<Fraction> exact =
        amounts.stream().map(amount -> amount.times(Fraction.of(10, 1))).toList();
    long[] tenths = exact.stream().mapToLong(one -> one.rounded(0).longValueExact()).toArray();
    long missing = sum - IntStream.range(0, tenths.length).mapToLong(i -> tenths[i]).sum();
    IntStream.range(0, tenths.length)
        .boxed()
        .filter(i -> !exact.get(i).equals(Fraction.ZERO))
        .sorted(
            Comparator.comparing((Integer i) -> exact.get(i).minus(Fraction.of(tenths[i], 1)))
                .reversed())
        .limit(Math.max(0, missing))
        .forEach(i -> tenths[i]++);
    return tenths;
  }
}
