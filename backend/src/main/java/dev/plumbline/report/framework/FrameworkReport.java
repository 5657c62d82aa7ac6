package dev.plumbline.report.framework;

import dev.plumbline.report.Say;
import dev.plumbline.report.chart.Dial;
import dev.plumbline.report.chart.Drawing;
import dev.plumbline.report.chart.Mark;
import dev.plumbline.report.chart.Ruler;
import dev.plumbline.report.framework.FrameworkReportView.Counts;
import dev.plumbline.report.framework.FrameworkReportView.Position;
import dev.plumbline.report.pdf.PdfPrinter;
import dev.plumbline.report.pdf.Templates;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the view of a framework report into XHTML, and that into a PDF. */
final class FrameworkReport {

  private static final int WIDTH = 642;

  private final Templates templates;
  private final PdfPrinter printer;

  FrameworkReport(Templates templates, PdfPrinter printer) {
    this.templates = templates;
    this.printer = printer;
  }

  byte[] pdf(FrameworkReportView view) {
    return printer.print(html(view), "framework");
  }

  String html(FrameworkReportView view) {
    var say = new Sentences(view.cover().zone());
    var model = new HashMap<String, Object>();
    model.put("view", view);
    model.put("say", say);
    model.put("marks", byName(Mark.values()));
    model.put("standings", byName(ControlWord.values()));
    model.put("positions", positions(view, say));
    model.put("closingRuler", ruler(view.closing().counts()));
    put(model, "dial", dial(view, say));
    put(model, "scoreTrend", Trends.score(view));
    put(model, "openTrend", Trends.open(view));
    return templates.fill("reports/framework/framework", model);
  }

  /** One line of the table that compares opening and closing. */
  record PositionRow(Mark mark, String word, String opening, String closing, String change) {}

  private static List<PositionRow> positions(FrameworkReportView view, Say say) {
    return List.of(
        row(view, say, Mark.PASS, "Supported by evidence", Counts::supported),
        row(view, say, Mark.FAIL, "Failing", Counts::failing),
        row(view, say, Mark.EXCEPTED, "of these under an exception", Counts::excepted),
        row(view, say, Mark.UNKNOWN, "Unknown", Counts::unknown),
        row(view, say, Mark.ATTESTED, "Attested by people", Counts::attested),
        row(view, say, Mark.OPEN, "Open", Counts::open),
        row(view, say, Mark.EXPIRED, "Attestation expired", Counts::expired));
  }

  private static PositionRow row(
      FrameworkReportView view, Say say, Mark mark, String word, ToIntFunction<Counts> count) {
    int closing = count.applyAsInt(view.closing().counts());
    Position before = view.opening();
    if (before == null) {
      return new PositionRow(mark, word, Say.DASH, say.n(closing), Say.DASH);
    }
    int opening = count.applyAsInt(before.counts());
    int change = closing - opening;
    return new PositionRow(
        mark, word, say.n(opening), say.n(closing), (change > 0 ? "+" : "") + say.n(change));
  }

  private static Drawing ruler(Counts counts) {
    var parts =
        new Ruler.Parts(
            counts.supported(),
            counts.failing(),
            counts.unknown(),
            counts.attested(),
            counts.open() + counts.expired());
    return Ruler.of(parts, WIDTH, 16);
  }

  private static @Nullable Drawing dial(FrameworkReportView view, Say say) {
    var score = view.closing().score();
    if (!view.cover().score() || score == null) {
      return null;
    }
    var most = view.closing().most() == null ? score : view.closing().most();
    return Dial.of(
        score.doubleValue(),
        most.doubleValue(),
        "Plumb dial: score %s of 100, at most %s if everything unknown passed"
            .formatted(say.score(score), say.score(most)));
  }

  private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
    return Arrays.stream(values).collect(Collectors.toMap(Enum::name, Function.identity()));
  }

  private static void put(Map<String, Object> model, String name, @Nullable Object value) {
    if (value != null) {
      model.put(name, value);
    }
  }
}
