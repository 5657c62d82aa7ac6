package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.tenant.Refused;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTests {

  private static final Instant NOW = Instant.parse("2026-03-20T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 7 1 * *|at 07:30 on day 1 of the month, UTC",
        "30 7 1,15 * *|at 07:30 on days 1 and 15 of the month, UTC",
        "45 9 * * 2|at 09:45 on Tuesday, UTC",
        "45 9 * * 1-5|at 09:45 every day between Monday and Friday, UTC",
        "0 6 1 1,4,7,10 *|at 06:00 on day 1 of the month in January, April, July and October, UTC",
        "0 6 * * *|at 06:00, UTC"
      })
  void isSaidAsPeopleSayIt(String cron, String words) {
    assertThat(Cadence.of(cron, "UTC", NOW).words()).isEqualTo(words);
  }

  @Test
  void keepsTheWallClockOverTheChangeToSummerTime() {
    assertThat(Cadence.of("45 9 * * 2", "Europe/Berlin", NOW).next(NOW, 3))
        .containsExactly(
            Instant.parse("2026-03-24T08:45:00Z"),
            Instant.parse("2026-03-31T07:45:00Z"),
            Instant.parse("2026-04-07T07:45:00Z"));
  }

  @Test
  void readsSundayAsZeroAndAsSeven() {
    assertThat(Cadence.of("0 6 * * 0", "UTC", NOW).next(NOW, 1))
        .isEqualTo(Cadence.of("0 6 * * 7", "UTC", NOW).next(NOW, 1))
        .containsExactly(Instant.parse("2026-03-22T06:00:00Z"));
  }

  @Test
  void saysInWordsWhatItMeans() {
    assertThat(Cadence.of("45 9 * * 2", "Europe/Berlin", NOW).words())
        .contains("09:45", "Tuesday", "Europe/Berlin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "* * * *", "61 9 * * 2", "@daily", "0 0 9 * * ?", "x y z a b"})
  void refusesWhatIsNotFiveFields(String cron) {
    assertRefused(cron, "UTC", "cron");
  }

  @Test
  void refusesADateThatNeverComes() {
    assertRefused("0 0 30 2 *", "UTC", "cron");
  }

  @ParameterizedTest
  @ValueSource(strings = {"* * * * *", "*/30 * * * *", "0,30 9 * * *"})
  void refusesMoreThanOneRunAnHour(String cron) {
    assertRefused(cron, "UTC", "cron");
  }

  @Test
  void refusesAZoneThatThereIsNot() {
    assertRefused("0 9 * * 1", "Europe/Atlantis", "zone");
  }

  private static void assertRefused(String cron, String zone, String field) {
    assertThatThrownBy(() -> Cadence.of(cron, zone, NOW))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }
}
