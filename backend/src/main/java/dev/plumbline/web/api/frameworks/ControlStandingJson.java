package dev.plumbline.web.api.frameworks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.compliance.Attestation;
import dev.plumbline.compliance.ControlKind;
import dev.plumbline.compliance.ControlStanding;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Evidence;
import dev.plumbline.compliance.FleetStanding.FleetControl;
import dev.plumbline.web.query.FleetScope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A control with all that stands behind it.
 *
 * @param checks what it wants of the machine, over all clusters
 * @param attestations everything ever attested of it, newest first
 */
record ControlStandingJson(
    ControlJson control,
    List<Evidence> checks,
    List<ControlOnCluster> clusters,
    List<Attestation> attestations) {

  /** A control on one cluster, with what it wants of the machine there. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ControlOnCluster(
      UUID cluster,
      ControlKind kind,
      ControlStatus status,
      @Nullable ControlStatus ask,
      boolean partlyJudged,
      List<Evidence> checks) {

    static ControlOnCluster of(UUID cluster, ControlStanding standing) {
      return new ControlOnCluster(
          cluster,
          standing.kind(),
          standing.status(),
          standing.ask(),
          standing.partlyJudged(),
          standing.evidence());
    }
  }

  static ControlStandingJson of(
      FleetControl control, FleetScope scope, List<Attestation> attestations) {
    var clusters = new ArrayList<ControlOnCluster>();
    for (int at = 0; at < scope.evidence().size(); at++) {
      clusters.add(
          ControlOnCluster.of(scope.evidence().get(at).cluster(), control.clusters().get(at)));
    }
    return new ControlStandingJson(
        ControlJson.of(control), control.evidence(), clusters, attestations);
  }
}
