package dev.plumbline.inventory.collect.selftest;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.cluster.Connections;
import dev.plumbline.cluster.KeptSelfTest;
import dev.plumbline.tenant.Refused;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tests the credentials of live clusters and keeps the last result of each. */
@Component
public class SelfTests {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Clusters clusters;
  private final Connections connections;

  SelfTests(Clusters clusters, Connections connections) {
    this.clusters = clusters;
    this.connections = connections;
  }

  /** Asks the API server now; what it answers, or that it does not, is kept. */
  public SelfTest run(UUID cluster) {
    SelfTest result = test(cluster);
    clusters.keepSelfTest(cluster, JSON.writeValueAsString(result));
    if (result.reached()) {
      clusters.reached(cluster, result.serverVersion(), "", "");
    } else {
      clusters.unreachable(cluster, result.reason());
    }
    return result;
  }

  private SelfTest test(UUID cluster) {
    try (var server = connections.forSelfTest(cluster)) {
      return new SelfTester(server).test();
    } catch (Refused refused) {
      return SelfTest.notReached(refused.why());
    }
  }

  /** The last result, empty when there was none since the credential was replaced. */
  public Optional<Kept> last(UUID cluster) {
    return clusters.selfTest(cluster).map(SelfTests::kept);
  }

  private static Kept kept(KeptSelfTest kept) {
    return new Kept(JSON.readValue(kept.json(), SelfTest.class), kept.at());
  }

  /** A result and when it was had. */
  public record Kept(SelfTest result, Instant at) {}
}
