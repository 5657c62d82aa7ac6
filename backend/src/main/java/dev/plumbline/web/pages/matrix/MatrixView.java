package dev.plumbline.web.pages.matrix;

import dev.plumbline.web.charts.Share;
import dev.plumbline.web.pages.Mark;
import java.util.List;

/**
 * Tactics as columns, techniques as cells.
 *
 * @param note what the cells count, and what they do not say
 * @param licence the notice that its owner asks for
 * @param link the standard's own page
 * @param scope such as {@code prod-eu1} or {@code 3 clusters}
 * @param treeHref the same as a list of controls
 */
public record MatrixView(
    String name,
    String lede,
    String note,
    String licence,
    String link,
    String scope,
    String treeHref,
    List<Tactic> tactics) {

  /**
   * A column.
   *
   * @param failing techniques with a failing check
   */
  public record Tactic(String id, String name, long failing, List<Technique> techniques) {}

  /**
   * A cell; a technique of several tactics has one in each.
   *
   * @param href its checks, and what they found
   * @param mark the gravest thing to say of it
   * @param share its checks by what they say
   */
  public record Technique(String id, String name, String href, Mark mark, Share share) {}
}
