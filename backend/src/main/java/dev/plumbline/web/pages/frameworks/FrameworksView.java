package dev.plumbline.web.pages.frameworks;

import dev.plumbline.web.charts.Share;
import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frameworks by cluster.
 *
 * @param empty why there is nothing to show, null when there is
 * @param others benchmarks that count for none of the clusters
 */
public record FrameworksView(
    String lede,
    @Nullable Empty empty,
    List<Column> clusters,
    List<Row> frameworks,
    List<Link> others) {

  /**
   * One cluster.
   *
   * @param note such as {@code EKS 1.35, 14 nodes}
   */
  public record Column(String name, String note) {}

  /**
   * One framework; as many cells as there are clusters.
   *
   * @param checkable percent of its controls a machine can check
   */
  public record Row(String name, String href, long controls, int checkable, List<Cell> cells) {}

  /**
   * A framework on a cluster.
   *
   * @param share null when there is nothing to count
   * @param mark what is said instead, such as not in scope or never scanned; null with a share
   * @param note why only the nearest benchmark is used; empty else
   */
  public record Cell(String href, @Nullable Share share, @Nullable Mark mark, String note) {}
}
