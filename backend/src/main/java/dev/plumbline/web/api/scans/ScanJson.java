package dev.plumbline.web.api.scans;

import dev.plumbline.scan.Scan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scan as the API shows it.
 *
 * @param score from 0 to 100, rounded down to four decimals; absent when nothing could be assessed
 * @param coverage share of the weights that was judged, 0 to 1
 * @param potential the score if everything unknown were in order
 */
record ScanJson(
    UUID id,
    UUID cluster,
    Scan.Cause cause,
    Scan.State state,
    Progress progress,
    String requestedBy,
    Instant requestedAt,
    @Nullable Instant takenAt,
    @Nullable Instant finishedAt,
    @Nullable String failure,
    List<String> notes,
    String serverVersion,
    String distribution,
    String rulePack,
    int objects,
    int workloads,
    int opened,
    int reopened,
    int fixed,
    @Nullable BigDecimal score,
    @Nullable BigDecimal coverage,
    @Nullable BigDecimal potential) {

  /** Where it stands: {@code done} of {@code total} within a phase. */
  record Progress(Scan.Phase phase, int done, int total, String detail) {}

  static ScanJson of(Scan scan) {
    return new ScanJson(
        scan.id(),
        scan.cluster(),
        scan.cause(),
        scan.state(),
        progress(scan.progress()),
        scan.requestedBy(),
        scan.requestedAt(),
        scan.takenAt().orElse(null),
        scan.finishedAt().orElse(null),
        scan.failure().isEmpty() ? null : scan.failure(),
        scan.notes(),
        scan.serverVersion(),
        scan.distribution(),
        scan.rulePack(),
        scan.size().objects(),
        scan.size().workloads(),
        scan.change().opened(),
        scan.change().reopened(),
        scan.change().fixed(),
        scan.result().flatMap(Scan.Result::score).map(score -> score.rounded(4)).orElse(null),
        scan.result().map(Scan.Result::coverage).orElse(null),
        scan.result().map(Scan.Result::potential).orElse(null));
  }

  private static Progress progress(Scan.Progress progress) {
    return new Progress(progress.phase(), progress.done(), progress.total(), progress.detail());
  }
}
