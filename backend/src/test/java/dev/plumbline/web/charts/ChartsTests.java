package dev.plumbline.web.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartsTests {

  private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);

  private final Random random = new Random(42);

  @Test
  void theBlocksOfARulerFollowEachOtherAndFillItWhole() {
    for (int round = 0; round < 200; round++) {
      var share = new Share(count(), count(), count(), count(), count(), 1 + random.nextInt(3));
      double end = 0;
      for (var piece : share.pieces()) {
        assertThat(percent(piece.x())).isEqualTo(end, within(0.02));
        end = percent(piece.x()) + percent(piece.width());
      }
      assertThat(end).isEqualTo(100, within(0.02));
    }
  }

  @Test
  void aPercentageIsOfWhatAMachineJudgesAndRoundedDown() {
    assertThat(new Share(199, 1, 0, 0, 500, 7).percent()).isEqualTo(99);
    assertThat(new Share(0, 0, 0, 3, 4, 5).percent()).isZero();
  }

  @Test
  void aFullScoreHangsTrueAndALowerOneSwingsFurther() {
    assertThat(new Dial(100, 100, null).rotation()).isEqualTo("rotate(0.00 164 10)");
    assertThat(new Dial(78.4, 83.4, null).rotation()).isEqualTo("rotate(12.53 164 10)");
    assertThat(new Dial(0, 0, null).rotation()).isEqualTo("rotate(58.00 164 10)");
  }

  @Test
  void theDialDrawsAWedgeOnlyWhereSomethingIsUnknown() {
    assertThat(new Dial(78.4, 78.4, null).open()).isFalse();
    assertThat(new Dial(78.4, 83.4, null).open()).isTrue();
    assertThat(new Dial(78.4, 83.4, null).wedge()).startsWith("M151.0 68.6L127.6 174.0A168");
  }

  @Test
  void aTrendIsNeverJoinedOverAGap() {
    var plot = trend(70.0, 71.0, null, null, 80.0, 81.0).wide();
    assertThat(plot.lines()).hasSize(2).noneMatch(line -> line.split(" ").length != 2);
    assertThat(plot.gaps()).singleElement().satisfies(gap -> assertThat(gap.named()).isTrue());
    assertThat(plot.end().words()).isEqualTo("81.0");
  }

  @Test
  void aSingleDayIsADotAndATrendWithoutScoresIsNotDrawn() {
    assertThat(trend(50.0).wide().dots()).hasSize(1);
    assertThat(trend(50.0).wide().lines()).isEmpty();
    assertThat(trend(null, null).drawable()).isFalse();
  }

  @Test
  void everyPointOfATrendLiesWithinItsDrawing() {
    for (int round = 0; round < 100; round++) {
      var scores = new Double[20];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = random.nextInt(4) == 0 ? null : 100 * random.nextDouble();
      }
      trend(scores).narrow().lines().stream()
          .flatMap(line -> Arrays.stream(line.split("[ ,]")))
          .forEach(number -> assertThat(Double.parseDouble(number)).isBetween(0.0, 350.0));
    }
  }

  @Test
  void aBridgeArrivesWhereItsStepsLead() {
    var bridge =
        new Bridge(
            "7 July",
            80.1,
            List.of(
                new Bridge.Step("New", "", -2.6, Bridge.Kind.LOSS),
                new Bridge.Step("Fixed", "", 1.3, Bridge.Kind.GAIN),
                new Bridge.Step("Rules", "", 0, Bridge.Kind.RULES)),
            "14 July");
    assertThat(bridge.after()).isEqualTo(78.8);
    assertThat(bridge.rows()).hasSize(5);
    assertThat(bridge.rows().getLast().points()).isEqualTo(78.8);
    assertThat(bridge.rows().get(3).flat()).isTrue();
  }

  @Test
  void aSparklineBreaksWhereNothingWasSeenAndEndsAtTheLastPointSeen() {
    var scores = new ArrayList<@Nullable Double>(Arrays.asList(70.0, 71.0, null, 72.0, 74.0, null));
    var spark = new Sparkline(scores);
    assertThat(spark.lines()).hasSize(2);
    assertThat(spark.endX()).isEqualTo("96.0");
    assertThat(new Sparkline(List.of()).endX()).isNull();
  }

  @Test
  void anIntervalThatBeganBeforeTheDrawingStartsAtItsEdge() {
    var from = Instant.parse("2026-07-01T00:00:00Z");
    var to = Instant.parse("2026-07-11T00:00:00Z");
    var span = new History.Span(from.minusSeconds(9_999_999), to, History.State.FAIL);
    var block =
        new History(from, to, ZoneOffset.UTC, List.of(span), List.of()).wide().blocks().getFirst();
    assertThat(block.x()).isEqualTo("0.0");
    assertThat(Double.parseDouble(block.width())).isEqualTo(638.5);
  }

  @Test
  void severitiesWithoutFindingsDrawNothing() {
    assertThat(new Severities(0, 0, 0, 0, 7).steps()).isEmpty();
    assertThat(new Severities(1, 0, 3, 0, 0).steps()).hasSize(2);
  }

  private static Trend trend(@Nullable Double... scores) {
    var days = new ArrayList<Trend.Day>();
    for (var score : scores) {
      days.add(new Trend.Day(FIRST.plusDays(days.size()), score, score));
    }
    return new Trend(days, List.of());
  }

  private int count() {
    return random.nextInt(50);
  }

  private static double percent(String text) {
    return Double.parseDouble(text.replace("%", ""));
  }
}
