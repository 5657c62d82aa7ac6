package dev.plumbline.web.api.frameworks;

import com.fasterxml.jackson.annotation.JsonInclude;
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

  /** A framework on one cluster. */
  record OnCluster(
      UUID cluster,
      int machineCheckable,
      Map<ControlStatus, Integer> counts,
      @Nullable BigDecimal score) {

    static OnCluster of(FrameworkStanding standing) {
      return new OnCluster(
          standing.cluster(),
          standing.machineCheckable(),
          all(standing.counts()),
          standing.value().map(value -> value.rounded(4)).orElse(null));
    }
  }

  static FrameworkJson of(FleetStanding fleet, boolean scanned) {
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
        scanned ? fleet.clusters().stream().map(OnCluster::of).toList() : List.of());
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
