package dev.plumbline.web.api.frameworks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.compliance.ChosenBenchmark;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Counts;
import dev.plumbline.compliance.FleetStanding;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.FrameworkStanding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A framework as the API shows it.
 *
 * @param machineCheckable how many controls a read-only kubeconfig can show at least in part
 * @param counts controls by status, over all clusters asked for
 * @param score mean over the clusters, rounded down to four decimals; null when there is none
 * @param noScore why there is none by rule, absent where there is one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FrameworkJson(
    String id,
    String name,
    String edition,
    Framework.Type type,
    String mappingVersion,
    LocalDate mappingDate,
    String status,
    String licence,
    String link,
    int controls,
    int machineCheckable,
    Map<ControlStatus, Integer> counts,
    @Nullable BigDecimal score,
    String noScore,
    List<OnCluster> clusters) {

  /**
   * A framework on one cluster.
   *
   * @param applies false where another edition of the same benchmark is the one that counts
   * @param nearest whether no benchmark was written for such a cluster that we keep
   * @param reason why the one that counts was chosen; absent where there is no choice
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record OnCluster(
      UUID cluster,
      boolean applies,
      boolean nearest,
      String reason,
      int machineCheckable,
      Map<ControlStatus, Integer> counts,
      @Nullable BigDecimal score) {

    static OnCluster of(FrameworkStanding standing, @Nullable ChosenBenchmark chosen) {
      boolean applies = chosen == null || chosen.framework().equals(standing.framework());
      return new OnCluster(
          standing.cluster(),
          applies,
          chosen != null && applies && chosen.nearest(),
          chosen == null ? "" : chosen.reason(),
          standing.machineCheckable(),
          all(standing.counts()),
          standing.value().map(value -> value.rounded(4)).orElse(null));
    }
  }

  /** Takes the benchmarks chosen by cluster where it is one of them, else none. */
  static FrameworkJson of(FleetStanding fleet, boolean scanned, Map<UUID, ChosenBenchmark> chosen) {
    Framework framework = fleet.framework();
    return new FrameworkJson(
        framework.id(),
        framework.name(),
        framework.edition(),
        framework.type(),
        framework.mappingVersion(),
        framework.mappingDate(),
        framework.status(),
        framework.licence(),
        framework.link(),
        framework.controls().size(),
        framework.machineCheckable(),
        all(fleet.counts()),
        scanned ? fleet.score().map(value -> value.rounded(4)).orElse(null) : null,
        framework.noScore(),
        scanned
            ? fleet.clusters().stream()
                .map(standing -> OnCluster.of(standing, chosen.get(standing.cluster())))
                .toList()
            : List.of());
  }

  /** Every status, zero included. */
  static Map<ControlStatus, Integer> all(Counts counts) {
    var all = new EnumMap<ControlStatus, Integer>(ControlStatus.class);
    for (ControlStatus status : ControlStatus.values()) {
      all.put(status, counts.of(status));
    }
    return all;
  }
}
