package dev.plumbline.web.pages.clusters;

import dev.plumbline.web.charts.Sparkline;
import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clusters.
 *
 * @param empty why there is nothing to list, null when there is
 * @param connect whether the person may connect a cluster
 */
public record ClustersView(
    String lede, @Nullable Empty empty, List<Row> clusters, boolean connect) {

  /**
   * One cluster.
   *
   * @param distribution such as {@code EKS} or {@code not detected}
   * @param version empty when it was never read
   * @param support such as {@code supported to 28 Feb 2027}
   * @param supportOver whether it has ended or is about to
   * @param connection such as reachable, refused, upload
   * @param token when the credential ends, such as {@code ends in 12 d}; empty for an upload
   * @param tokenOver whether it has ended or is about to
   * @param scanned when it was last scanned, or {@code never}
   * @param running address of the scan that runs, null for none
   * @param score null when it is not assessed
   * @param coverage percent, null when it was never scanned
   * @param delta over seven days, null without an earlier score
   * @param findings failing, without exceptions; null when it was never scanned
   * @param weeks the score over twelve weeks
   */
  public record Row(
      String name,
      String href,
      boolean sample,
      String distribution,
      String version,
      String support,
      boolean supportOver,
      Mark connection,
      String token,
      boolean tokenOver,
      String scanned,
      boolean stale,
      @Nullable String running,
      @Nullable Double score,
      @Nullable Double coverage,
      @Nullable Double delta,
      @Nullable Long findings,
      Sparkline weeks) {}
}
