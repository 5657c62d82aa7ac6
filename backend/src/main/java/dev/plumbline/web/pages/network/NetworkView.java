package dev.plumbline.web.pages.network;

import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Pager;
import dev.plumbline.web.pages.Stat;
import dev.plumbline.web.pages.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network of one cluster.
 *
 * @param cluster alias of the cluster shown
 * @param at instant to keep in the form, empty for now
 * @param clusters all clusters as links, the shown one current
 * @param empty why there is nothing to show, null when there is
 * @param plugin who enforces policies, as a sentence
 * @param warning what stands against what is shown, empty for nothing
 * @param matrix null where there is no workload
 * @param namespaces to choose from
 * @param namespace the chosen one, empty for all
 * @param query part of a name, empty for all
 */
public record NetworkView(
    String cluster,
    String name,
    String at,
    List<Tab> clusters,
    @Nullable Empty empty,
    String plugin,
    String warning,
    List<Stat> stats,
    @Nullable Heat matrix,
    List<String> namespaces,
    String namespace,
    String query,
    List<Row> rows,
    @Nullable Pager pager) {

  /**
   * Namespaces against namespaces.
   *
   * @param note which are left out, empty when none is
   */
  public record Heat(List<String> names, List<HeatRow> rows, String note) {}

  /** Where connections come from, and a cell for each namespace they go to. */
  public record HeatRow(String name, String href, List<Cell> cells) {}

  /**
   * How many pairs of workloads connect.
   *
   * @param step 0 for none to 4 for all
   * @param unknown whether some pairs are not known
   * @param label the whole sentence
   */
  public record Cell(String words, int step, boolean unknown, String label) {}

  /**
   * A workload.
   *
   * @param sources how many others may connect to it, such as {@code 3} or {@code 3 to 7}
   * @param outside ways from outside, empty where none leads in
   * @param outsideUnknown whether there may be others
   * @param traffic what protects its traffic inside the cluster
   */
  public record Row(
      String kind,
      String namespace,
      String name,
      String href,
      Mark ingress,
      String sources,
      String targets,
      List<String> outside,
      boolean outsideUnknown,
      Mark traffic) {}
}
