package dev.plumbline.web.pages.cluster;

import dev.plumbline.web.charts.Bridge;
import dev.plumbline.web.charts.Severities;
import dev.plumbline.web.charts.Trend;
import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Pager;
import dev.plumbline.web.pages.Tab;
import dev.plumbline.web.pages.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cluster; exactly one of the four tabs is set.
 *
 * @param base address of the cluster, such as {@code /clusters/prod-eu1}
 * @param scan whether the person may scan it now
 * @param running address of the scan that runs, null for none
 */
public record ClusterView(
    String name,
    String base,
    String lede,
    boolean sample,
    boolean scan,
    @Nullable String running,
    List<Tab> tabs,
    @Nullable Overview overview,
    @Nullable Objects objects,
    @Nullable Scans scans,
    @Nullable Settings settings) {

  /**
   * Where it stands.
   *
   * @param empty why there is no score, null when there is one
   * @param score null when it is not assessed
   * @param coverage percent, null when it was never scanned
   * @param possible the score if everything unknown passed
   * @param receipt address of the score's receipt
   * @param open failing by severity, without exceptions
   * @param since day of the score compared with, such as {@code 7 Jul}
   * @param cause what moved the score since, as a sentence; empty without an earlier one
   * @param bridge the same in steps, null without an earlier score
   * @param trend null without history
   * @param facts version, distribution, nodes, credential
   * @param kinds what was read
   */
  public record Overview(
      @Nullable Empty empty,
      @Nullable Double score,
      @Nullable Double coverage,
      @Nullable Double possible,
      @Nullable Double delta,
      String since,
      List<Words> cause,
      @Nullable Bridge bridge,
      String receipt,
      @Nullable Severities open,
      @Nullable Trend trend,
      List<Fact> facts,
      List<KindRead> kinds) {}

  /**
   * One kind and how much of it was read.
   *
   * @param objects null when it was not read
   * @param lost checks that stay unknown without it
   */
  public record KindRead(String kind, @Nullable Long objects, Mark state, String note, long lost) {}

  /**
   * The objects of the inventory.
   *
   * @param kinds filter by kind, as links
   */
  public record Objects(String query, List<Link> kinds, List<ObjectRow> rows, Pager pager) {}

  /**
   * One object.
   *
   * @param href its findings
   * @param failing null when nothing of it was judged
   */
  public record ObjectRow(
      String kind,
      String namespace,
      String name,
      String href,
      String since,
      @Nullable Long failing) {}

  /** The scans, newest first. */
  public record Scans(List<ScanRow> rows, Pager pager) {}

  /**
   * One scan.
   *
   * @param compare address of the comparison with the scan before, null where there is none
   */
  public record ScanRow(
      String href,
      String started,
      Mark state,
      String took,
      @Nullable Long objects,
      @Nullable Double coverage,
      @Nullable Double score,
      String rulePack,
      String askedBy,
      @Nullable String compare) {}

  /**
   * What can be changed; null addresses are not allowed to the person.
   *
   * @param hours scan interval, 0 for only by hand
   * @param intervals the choices, in hours
   * @param credential what is known of it, empty for an upload
   * @param patch the rights that miss, as a patch of the role; null when none do
   * @param upload whether it is fed by uploads
   * @param problems field name to what is wrong with it
   */
  public record Settings(
      int hours,
      List<Integer> intervals,
      List<Fact> credential,
      @Nullable Code patch,
      boolean upload,
      boolean change,
      boolean replaceCredential,
      boolean delete,
      java.util.Map<String, String> problems) {}
}
