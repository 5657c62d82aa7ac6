package dev.plumbline.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class NumbersAndTimesTests {

  @Test
  void countsPartTheirThousandsByANoBreakSpace() {
    assertThat(Format.count(1_284_007)).isEqualTo("1\u00a0284\u00a0007");
    assertThat(Format.count(0)).isEqualTo("0");
  }

  @Test
  void whatIsNotKnownIsADashAndNeverZero() {
    assertThat(Format.count(null)).isEqualTo("–");
    assertThat(Format.score(null)).isEqualTo("–");
    assertThat(Format.percent(null)).isEqualTo("–");
  }

  @Test
  void aScoreJustBelowAHundredDoesNotReadAHundred() {
    assertThat(Format.score(99.96)).isEqualTo("99.9");
    assertThat(Format.score(new BigDecimal("100"))).isEqualTo("100.0");
  }

  @Test
  void deltasCarryTheirSign() {
    assertThat(Format.signed(1.06)).isEqualTo("+1.1");
    assertThat(Format.signed(-1.7)).isEqualTo("\u22121.7");
    assertThat(Format.signed(-0.01)).isEqualTo("0.0");
  }

  @Test
  void timesCarryTheirZone() {
    assertThat(Format.moment(Instant.parse("2026-07-14T07:42:00Z"), ZoneId.of("Europe/Berlin")))
        .isEqualTo("14 Jul 2026, 09:42 CEST");
  }

  @Test
  void agesUseTheUnitThatFits() {
    assertThat(Format.age(Duration.ofMinutes(24))).isEqualTo("24\u00a0min");
    assertThat(Format.age(Duration.ofHours(31))).isEqualTo("31\u00a0h");
    assertThat(Format.age(Duration.ofDays(3))).isEqualTo("3\u00a0d");
  }

  @Test
  void initialsAreTheFirstAndTheLastName() {
    assertThat(new Shell.Person("Mira von Okafor", "Engineer").initials()).isEqualTo("MO");
    assertThat(new Shell.Person("Mira", "Engineer").initials()).isEqualTo("M");
  }
}
