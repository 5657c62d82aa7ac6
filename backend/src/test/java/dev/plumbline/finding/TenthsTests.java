package dev.plumbline.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Score.Fraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TenthsTests {

  @Test
  void addUpToTheDifferenceOfTheScoresAsPrinted() {
    var random = new Random(4);
    for (int round = 0; round < 5_000; round++) {
      List<Fraction> amounts = new ArrayList<>();
      Fraction before = Fraction.of(random.nextInt(100_000), 1000);
      Fraction after = before;
      for (int i = random.nextInt(6); i >= 0; i--) {
        var amount =
            random.nextInt(4) == 0 ? Fraction.ZERO : Fraction.of(random.nextInt(9001) - 4500, 997);
        amounts.add(amount);
        after = after.plus(amount);
      }
      long shown = tenth(after) - tenth(before);
      long[] tenths = Tenths.of(amounts, shown);
      assertThat(Arrays.stream(tenths).sum()).isEqualTo(shown);
      for (int i = 0; i < tenths.length; i++) {
        assertThat(Math.abs(amounts.get(i).doubleValue() * 10 - tenths[i])).isLessThanOrEqualTo(1);
        assertThat(amounts.get(i).equals(Fraction.ZERO) && tenths[i] != 0).isFalse();
      }
    }
  }

  private static long tenth(Fraction score) {
    return score.times(Fraction.of(10, 1)).rounded(0).longValueExact();
  }
}
