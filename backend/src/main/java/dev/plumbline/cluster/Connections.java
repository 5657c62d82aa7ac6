package dev.plumbline.cluster;

import dev.plumbline.cluster.api.ApiServer;
import dev.plumbline.cluster.api.Limits;
import dev.plumbline.cluster.egress.Egress;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens the guarded way to a live cluster's API server with its stored credential. */
@Component
public class Connections {

  private final Vault vault;
  private final Egress egress;

  Connections(Vault vault, Egress egress) {
    this.vault = vault;
    this.egress = egress;
  }

  /** Opens it for one scan; whoever opens closes. Outside of any transaction. */
  public ApiServer forScan(UUID cluster, UUID scan) {
    return ApiServer.open(vault.take(cluster, "scan", scan), egress, Limits.SCAN);
  }

  /** Opens it to see what the credential may do; whoever opens closes. */
  public ApiServer forSelfTest(UUID cluster) {
    return ApiServer.open(vault.take(cluster, "self-test", null), egress, Limits.SELF_TEST);
  }
}
