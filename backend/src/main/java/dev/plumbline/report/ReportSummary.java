package dev.plumbline.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a report, without a single finding.
 *
 * @param framework name and edition
 * @param score 0 to 100, null where there is none
 * @param opening the score when the period began, null where there is none
 * @param coverage percent of what was needed that was read
 * @param failing controls that fail, those under an exception included
 * @param stale what is not fresh, one sentence for each cluster
 */
public record ReportSummary(
    String framework,
    @Nullable BigDecimal score,
    @Nullable BigDecimal opening,
    @Nullable BigDecimal coverage,
    int clusters,
    int supported,
    int failing,
    int excepted,
    int unknown,
    int attested,
    int open,
    int expired,
    int findings,
    List<String> stale) {

  public ReportSummary {
    stale = List.copyOf(stale);
  }
}
