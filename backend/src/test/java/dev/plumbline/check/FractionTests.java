package dev.plumbline.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.check.Score.Fraction;
import org.junit.jupiter.api.Test;

class FractionTests {

  @Test
  void isKeptInLowestTerms() {
    assertThat(Fraction.of(6, -8)).isEqualTo(Fraction.of(-3, 4)).hasToString("-3/4");
    assertThat(Fraction.of(0, 9)).isEqualTo(Fraction.ZERO);
    assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isExact() {
    Fraction third = Fraction.of(1, 3);
    assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.ONE);
    assertThat(third.minus(Fraction.of(1, 2))).isEqualTo(Fraction.of(-1, 6));
    assertThat(third.times(Fraction.of(3, 7))).isEqualTo(Fraction.of(1, 7));
    assertThat(third).isLessThan(Fraction.of(34, 100));
  }

  @Test
  void isRoundedDownSoThatNothingShortOfAHundredReadsAHundred() {
    assertThat(Fraction.of(99_999, 1_000).rounded(1)).hasToString("99.9");
    assertThat(Fraction.of(100, 1).rounded(1)).hasToString("100.0");
  }
}
