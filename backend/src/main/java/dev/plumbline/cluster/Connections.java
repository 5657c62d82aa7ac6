package dev.plumbline.cluster;

import dev.plumbline.cluster.api.ApiServer;
import dev.plumbline.cluster.api.Limits;
import dev.plumbline.cluster.egress.Egress;
import dev.plumbline.cluster.seal.Unsealable;
import dev.plumbline.tenant.Refused;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens the guarded way to a live cluster's API server with its stored credential. */
@Component
public class Connections {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  private final Vault vault;
  private final Egress egress;

  Connections(Vault vault, Egress egress) {
    this.vault = vault;
    this.egress = egress;
  }

  /**
   * Opens it for one scan; whoever opens closes. Outside of any transaction. Throws {@link Refused}
   * when the credential was altered or its key is lost.
   */
  public ApiServer forScan(UUID cluster, UUID scan) {
    return open(cluster, "scan", scan, Limits.SCAN);
  }

  /** Opens it to see what the credential may do; whoever opens closes. */
  public ApiServer forSelfTest(UUID cluster) {
    return open(cluster, "self-test", null, Limits.SELF_TEST);
  }

  private ApiServer open(UUID cluster, String purpose, @Nullable UUID scan, Limits limits) {
    try {
      return ApiServer.open(vault.take(cluster, purpose, scan), egress, limits);
    } catch (Unsealable sealed) {
      LOG.error("The credential of cluster {} does not open: {}", cluster, sealed.getMessage());
      throw new Refused("credential", String.valueOf(sealed.getMessage()));
    }
  }
}
