package dev.plumbline.web.pages.score;

import dev.plumbline.check.Severity;
import dev.plumbline.web.pages.Empty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt.
 *
 * @param scope such as {@code prod-eu1, scan of 14 Jul 2026, 09:18 CEST}
 * @param empty why there is no score, null when there is one
 * @param score null when nothing is assessed
 * @param coverage percent of the weight that was judged
 * @param excepted the score if failures under exceptions counted as passed, null while none does
 * @param uncollected points that checks hold back whose data no scan collects yet; 0 where none
 *     does, or where the score is a fleet's
 * @param uncollectedChecks how many those are
 * @param weight sum of all weights
 * @param earned sum of weight times value, as an exact fraction
 * @param clusters each cluster's own score, where the score is a fleet's
 * @param lines gravest loss first
 * @param out checks that do not count, each with its positive evidence
 */
public record ScoreView(
    String scope,
    @Nullable Empty empty,
    @Nullable Double score,
    @Nullable Double coverage,
    @Nullable Double possible,
    @Nullable Double excepted,
    double uncollected,
    int uncollectedChecks,
    long weight,
    String earned,
    String rulePack,
    List<Cluster> clusters,
    List<Line> lines,
    List<Out> out) {

  /** One cluster's part of a fleet's score. */
  public record Cluster(String name, String href, @Nullable Double score, String note) {}

  /**
   * One check.
   *
   * @param value passed share as a fraction, such as {@code 31/38}
   * @param percent the same in percent
   * @param unknown what was not judged, as a sentence; empty when everything was
   * @param gained points of 100 it gives
   * @param lost points of 100 it costs
   * @param findings the failing objects as a list, null when none fail
   */
  public record Line(
      String id,
      String title,
      String href,
      Severity severity,
      int weight,
      String value,
      double percent,
      String unknown,
      double gained,
      double lost,
      @Nullable String findings) {}

  /** A check that does not count, and why. */
  public record Out(String id, String title, String href, String reason) {}
}
