package dev.plumbline.web.pages.compare;

import dev.plumbline.check.Severity;
import dev.plumbline.web.charts.Bridge;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two sides and what parts them.
 *
 * @param choices the clusters there are, by alias and name; the first is all of them
 * @param bridge what led from the first score to the second, null between different clusters
 * @param cause the same as a sentence, empty without a bridge
 * @param findings gained, lost and changed, in this order
 * @param frameworks those with controls that stand otherwise
 */
public record CompareView(
    Side a,
    Side b,
    List<Choice> choices,
    List<Row> rows,
    @Nullable Bridge bridge,
    List<Words> cause,
    List<Table> findings,
    List<Framework> frameworks) {

  /**
   * One side.
   *
   * @param choice the alias chosen, empty for all clusters
   * @param at as a field of a form takes it, UTC
   * @param words such as {@code 7 Jul 2026, 09:42 UTC}
   */
  public record Side(String name, String choice, String at, String words) {}

  /** A cluster that can be chosen. */
  public record Choice(String alias, String name) {}

  /**
   * One figure of both sides, written.
   *
   * @param change empty where both are alike or one is not known
   */
  public record Row(String label, String a, String b, String change) {}

  /**
   * Findings of one list.
   *
   * @param none what to say when there is none
   */
  public record Table(String title, String note, String none, long total, List<Found> rows) {}

  /** One finding. */
  public record Found(
      String href,
      Severity severity,
      String check,
      String kind,
      String cluster,
      String namespace,
      String name,
      String observed) {}

  /**
   * One framework and its controls that stand otherwise.
   *
   * @param better how many stand better than before
   * @param more how many are not listed
   */
  public record Framework(
      String name, long better, long worse, List<Control> controls, long more) {}

  /** One control. */
  public record Control(String id, String topic, String href, Mark from, Mark to) {}
}
