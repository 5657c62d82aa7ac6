package dev.plumbline.notify.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the mail of a report says: counts, never a finding.
 *
 * @param date of the report's instant
 * @param problem why there is no report, empty when there is one
 * @param stale what is not fresh, said before any number
 * @param score as printed, empty where there is none
 * @param delta its change as printed, empty where there is none
 * @param link where the report is, behind sign-in
 * @param stop where the recipient can say no more, empty where nothing is subscribed
 * @param sha256 of the attached PDF, empty when it is not attached
 */
record ReportMailView(
    String organisation,
    String framework,
    String date,
    String problem,
    List<String> stale,
    String score,
    String delta,
    boolean better,
    String since,
    String coverage,
    @Nullable Bar bar,
    List<Line> lines,
    String link,
    String stop,
    String sha256) {

  /** One count. */
  record Line(String label, String number) {}

  /** Shares of the controls that machines judge, in whole percent. */
  record Bar(int pass, int fail, int unknown, String words) {}
}
