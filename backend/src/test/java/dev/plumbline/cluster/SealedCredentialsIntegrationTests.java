package dev.plumbline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.seal.Envelope;
import dev.plumbline.cluster.seal.Kek;
import dev.plumbline.cluster.seal.Unsealable;
import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.ApiCaller;
import dev.plumbline.testing.PlumblineTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

@PlumblineTest
class SealedCredentialsIntegrationTests {

  private static final String KUBECONFIG =
      """
      {apiVersion: v1, kind: Config, contexts: [{name: x, context: {cluster: c, user: u}}],
      clusters: [{name: c, cluster: {server: "https://127.0.0.1:6443"}}],
      users: [{name: u, user: {token: t}}]}
      """;

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired ApiTokens tokens;
  @Autowired SealedCredentials sealed;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @Autowired
  @Qualifier("platform")
  JdbcTransactionManager platform;

  @BeforeEach
  void storeACredential() {
    var owner =
        people.register(
            UUID.randomUUID() + "@example.org", "Mira", "nine plain words nobody else has");
    var organisation = organisations.found("Sealed", owner);
    String token =
        Tenant.call(organisation.id(), () -> tokens.create("t", Role.OWNER, null, Role.OWNER));
    var stored =
        new ApiCaller(port, token)
            .post("/api/v1/clusters", Map.of("name", "prod", "kubeconfig", KUBECONFIG));
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
  }

  private SealedCredentials with(Kek kek) {
    return new SealedCredentials(new Envelope(kek), jdbc, platform, "/keys/encryption.key");
  }

  /** A file that was lost and made anew, or restored from elsewhere. */
  private static final class OtherKey implements Kek {
    @Override
    public byte[] id() {
      return new byte[ID_LENGTH];
    }

    @Override
    public byte[] wrap(byte[] key, byte[] context) {
      return new byte[WRAPPED_LENGTH];
    }

    @Override
    public byte[] unwrap(byte[] id, byte[] wrapped, byte[] context) {
      throw new Unsealable("another key");
    }

    @Override
    public byte[] derive(String purpose) {
      return new byte[32];
    }
  }

  @Test
  void theKeyThatSealedThemLosesNothing() {
    assertThat(sealed.lost()).isEmpty();
  }

  @Test
  void anotherKeyIsToldInOneLineWithTheFileAndWhatIsLost() {
    assertThat(with(new OtherKey()).lost())
        .hasValueSatisfying(line ->
            assertThat(line)
                .matches(
                    "The encryption key in /keys/encryption\\.key does not open the stored"
                        + " credentials of (1 cluster|\\d+ clusters), in (1 organisation|\\d+"
                        + " organisations): restore the file, or replace these kubeconfigs; until"
                        + " then they are of no use and nothing is scanned by them\\."));
  }
}
