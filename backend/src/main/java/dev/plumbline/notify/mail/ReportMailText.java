package dev.plumbline.notify.mail;

import dev.plumbline.notify.Dispatch;
import dev.plumbline.notify.mail.ReportMailView.Bar;
import dev.plumbline.notify.mail.ReportMailView.Line;
import dev.plumbline.report.Report;
import dev.plumbline.report.ReportSummary;
import dev.plumbline.report.Say;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a report's counts into the words of its mail. */
final class ReportMailText {

  private static final int LONGEST = 120;

  private ReportMailText() {}

  static ReportMailView view(Dispatch dispatch, String link, String stop, boolean attached) {
    Report report = dispatch.report();
    ReportSummary summary = report.summary();
    var say = new Say(ZoneId.of(report.zone()));
    return new ReportMailView(
        Plain.line(dispatch.organisation(), LONGEST),
        Plain.line(summary == null ? report.framework() : summary.framework(), LONGEST),
        say.at(report.at()),
        Plain.line(report.problem(), 500),
        summary == null ? List.of() : stale(summary),
        score(say, summary),
        delta(say, summary),
        better(summary),
        say.date(report.periodStart()),
        summary == null ? "" : say.percent(summary.coverage()),
        summary == null ? null : bar(say, summary),
        summary == null ? List.of() : lines(say, summary),
        link,
        stop,
        attached ? report.pdfSha256() : "");
  }

  private static List<String> stale(ReportSummary summary) {
    return summary.stale().stream().map(sentence -> Plain.line(sentence, 200)).limit(20).toList();
  }

  private static String score(Say say, @Nullable ReportSummary summary) {
    return summary == null || summary.score() == null ? "" : say.score(summary.score());
  }

  private static String delta(Say say, @Nullable ReportSummary summary) {
    return summary == null || summary.score() == null || summary.opening() == null
        ? ""
        : say.signed(summary.score().subtract(summary.opening()));
  }

  private static boolean better(@Nullable ReportSummary summary) {
    return summary != null
        && summary.score() != null
        && summary.opening() != null
        && summary.score().compareTo(summary.opening()) >= 0;
  }

  private static @Nullable Bar bar(Say say, ReportSummary summary) {
    int all = summary.supported() + summary.failing() + summary.unknown();
    if (all == 0) {
      return null;
    }
    int pass = 100 * summary.supported() / all;
    int fail = 100 * summary.failing() / all;
    String words =
        "Supported by evidence %s, failing %s, unknown %s of %s controls that a machine can judge"
            .formatted(
                say.n(summary.supported()),
                say.n(summary.failing()),
                say.n(summary.unknown()),
                say.n(all));
    return new Bar(pass, fail, 100 - pass - fail, words);
  }

  private static List<Line> lines(Say say, ReportSummary summary) {
    return List.of(
        new Line("Controls supported by evidence", say.n(summary.supported())),
        new Line("Controls failing", say.n(summary.failing())),
        new Line("of these under an exception", say.n(summary.excepted())),
        new Line("Controls unknown", say.n(summary.unknown())),
        new Line("Controls that wait for a person", say.n(summary.open() + summary.expired())),
        new Line("Findings behind them", say.n(summary.findings())),
        new Line("Clusters", say.n(summary.clusters())));
  }
}
