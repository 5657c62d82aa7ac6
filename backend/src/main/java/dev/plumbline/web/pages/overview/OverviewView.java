package dev.plumbline.web.pages.overview;

import dev.plumbline.check.Severity;
import dev.plumbline.web.charts.Bridge;
import dev.plumbline.web.charts.Dial;
import dev.plumbline.web.charts.Severities;
import dev.plumbline.web.charts.Share;
import dev.plumbline.web.charts.Trend;
import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Stat;
import dev.plumbline.web.pages.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The overview.
 *
 * @param lede scope and instant in a sentence
 * @param start whether the organisation has no cluster yet: the first minute's choice is shown
 * @param todo what is still to set up; done ones disappear
 * @param empty why nothing can be shown yet, null when something can
 * @param standing null when nothing is assessed
 * @param trend null without history
 * @param changes null without an earlier scan
 * @param open failing by severity, those under an exception included; null when nothing was scanned
 * @param openNote what the bar does not tell: exceptions, what could not be judged
 */
public record OverviewView(
    String lede,
    boolean start,
    List<Todo> todo,
    @Nullable Empty empty,
    @Nullable Standing standing,
    @Nullable History trend,
    @Nullable Changes changes,
    List<Fix> fixes,
    List<Framework> frameworks,
    @Nullable Severities open,
    String openNote,
    List<Ending> endings) {

  /** Something still to set up. */
  public record Todo(String words, String note, String href) {}

  /**
   * The score of the fleet.
   *
   * @param coverage percent of what was needed that was read
   * @param possible the score if everything unknown passed
   * @param excepted the second figure, null while no exception covers a failure that counts
   * @param before the score at {@code since}, null for none
   * @param since such as {@code 7 July}
   * @param cause why it moved, as a sentence
   * @param receipt address of the score's receipt
   */
  public record Standing(
      double score,
      double coverage,
      double possible,
      @Nullable Excepted excepted,
      @Nullable Double before,
      @Nullable String since,
      List<Words> cause,
      String receipt) {

    public Dial dial() {
      return new Dial(score, possible, before);
    }

    /** How the score moved, null without an earlier one. */
    public @Nullable Double delta() {
      return before == null ? null : Format.moved(before, score);
    }
  }

  /**
   * The score if failures under exceptions counted as passed.
   *
   * @param exceptions how many are in force
   */
  public record Excepted(double score, long exceptions) {}

  /**
   * The score over time.
   *
   * @param title such as {@code 90 days}
   */
  public record History(String title, Trend trend) {}

  /**
   * What changed.
   *
   * @param since such as {@code 7 July}
   * @param stats new, fixed, reopened
   * @param compare address of the comparison with then
   */
  public record Changes(
      String since,
      List<Stat> stats,
      List<Moved> moved,
      @Nullable Bridge bridge,
      @Nullable String compare) {}

  /** Where points were lost or won. */
  public record Moved(String where, String note, double points) {}

  /** A fix and what it wins. */
  public record Fix(String title, String href, String note, Severity severity, double points) {}

  /** One framework's controls over the whole scope. */
  public record Framework(String name, String href, Share share) {}

  /**
   * Something that ends soon or has ended.
   *
   * @param when such as {@code 3 days} or {@code ended}
   */
  public record Ending(
      Mark mark, String what, String note, String when, boolean over, String href) {}
}
