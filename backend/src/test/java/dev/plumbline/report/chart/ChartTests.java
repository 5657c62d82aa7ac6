package dev.plumbline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartTests {

  @Test
  void rulerHatchesTheUnknownAndLeavesOutWhatIsZero() {
    assertThat(Ruler.of(new Ruler.Parts(3, 0, 1, 0, 0), 100, 10).shapes())
        .extracting(Drawing.Shape::fill, Drawing.Shape::stroke)
        .containsExactly(
            tuple(Ink.PASS, "none"), tuple(Ink.WELL, "none"), tuple("none", Ink.HATCH));
  }

  @Test
  void rulerOfNothingIsAnEmptyBox() {
    var nothing = Ruler.of(new Ruler.Parts(0, 0, 0, 0, 0), 100, 10);
    assertThat(nothing.alt()).isEqualTo("Nothing was assessed");
    assertThat(nothing.shapes()).extracting(Drawing.Shape::fill).containsExactly("none");
  }

  @Test
  void dialHangsTrueAtOneHundredAndSwingsLeftBelow() {
    assertThat(line(Dial.of(100, 100, ""))).isEqualTo("M178.0 10.0L178.0 122.0");
    assertThat(line(Dial.of(0, 0, ""))).startsWith("M178.0 10.0L83.0");
  }

  @Test
  void dialShowsWhatTheUnknownCouldStillGiveOnlyWhereThereIsSome() {
    assertThat(strokes(Dial.of(80, 90, ""))).contains(Ink.HATCH);
    assertThat(strokes(Dial.of(80, 80, ""))).doesNotContain(Ink.HATCH);
  }

  @Test
  void trendIsNeverJoinedOverAGap() {
    var points = List.of(point("1", 10.0), point("2", 20.0), point("3", null), point("4", 20.0));
    var trend = Trend.of(points, 100, 100, 0, 100, "");
    assertThat(trend.shapes().stream().filter(shape -> shape.stroke().equals(Ink.INK)).toList())
        .singleElement()
        .satisfies(shape -> assertThat(shape.path().chars().filter(c -> c == 'M')).hasSize(2));
    assertThat(trend.shapes()).filteredOn(shape -> "3 3".equals(shape.dash())).hasSize(2);
  }

  private static Trend.Point point(String label, Double value) {
    return new Trend.Point(label, value);
  }

  private static String line(Drawing dial) {
    return dial.shapes().stream()
        .filter(shape -> shape.stroke().equals(Ink.ACCENT))
        .findFirst()
        .orElseThrow()
        .path();
  }

  private static Stream<String> strokes(Drawing drawing) {
    return drawing.shapes().stream().map(Drawing.Shape::stroke);
  }
}
