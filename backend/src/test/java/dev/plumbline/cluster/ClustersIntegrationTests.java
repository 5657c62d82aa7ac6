package dev.plumbline.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cluster.kubeconfig.Acceptance.Accepted;
import dev.plumbline.cluster.kubeconfig.Kubeconfigs;
import dev.plumbline.cluster.seal.Unsealable;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlumblineTest
class ClustersIntegrationTests {

  @Autowired Clusters clusters;
  @Autowired Vault vault;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;
  @Autowired TestDatabase testDatabase;

  private UUID tenant = UUID.randomUUID();

  @BeforeEach
  void foundOrganisation() {
    tenant = organisation();
  }

  private UUID organisation() {
    UUID id = UUID.randomUUID();
    new JdbcTemplate(testDatabase.superuser())
        .update(
            "insert into organisation (tenant_id, name, slug, created_at) values (?, ?, ?, now())",
            id,
            "O " + id,
            "o-" + id);
    return id;
  }

  private static Accepted kubeconfig(String server, String token) {
    String text =
        """
        {apiVersion: v1, kind: Config, contexts: [{name: x, context: {cluster: c, user: u}}],
        clusters: [{name: c, cluster: {server: "%s"}}], users: [{name: u, user: {token: "%s"}}]}
        """
            .formatted(server, token);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return (Accepted) Kubeconfigs.accept(bytes, Optional.empty());
  }

  private static Accepted kubeconfig(String token) {
    return kubeconfig("https://api.example.test", token);
  }

  private String token(UUID cluster) {
    return vault
        .take(cluster, "self-test", null)
        .login()
        .secret()
        .use(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  @Test
  void aConnectedClusterKeepsItsCredentialSealed() {
    Tenant.run(
        tenant,
        () -> {
          Cluster cluster = clusters.connect("Prod EU/1", kubeconfig("canary-one"));
          assertThat(cluster.alias()).isEqualTo("prod-eu-1");
          assertThat(cluster.credential().orElseThrow().kind()).isEqualTo("token");
          assertThat(token(cluster.id())).isEqualTo("canary-one");
          assertThat(clusters.find("prod-eu-1")).contains(clusters.get(cluster.id()));
          assertThat(clusters.find(cluster.id().toString())).isPresent();
        });
    assertThat(dump()).doesNotContain("canary-one");
  }

  private String dump() {
    return String.join(
        "",
        new JdbcTemplate(testDatabase.superuser())
            .queryForList(
                "select (c.*)::text || coalesce((k.*)::text, '') || encode(coalesce(k.sealed, ''),"
                    + " 'escape') from cluster c left join cluster_credential k on k.cluster_id ="
                    + " c.id",
                String.class));
  }

  @Test
  void aReplacedCredentialTakesThePlaceOfTheOld() {
    Tenant.run(
        tenant,
        () -> {
          Cluster cluster = clusters.connect("prod", kubeconfig("one"));
          Cluster replaced = clusters.replaceCredential(cluster.id(), kubeconfig("two"));
          assertThat(token(cluster.id())).isEqualTo("two");
          assertThat(replaced.credential().orElseThrow().version()).isEqualTo(2);
          assertThat(replaced.credential().orElseThrow().fingerprint())
              .isNotEqualTo(cluster.credential().orElseThrow().fingerprint());
        });
  }

  @Test
  void twoRowsSwappedInTheDatabaseDoNotOpen() {
    Tenant.run(
        tenant,
        () -> {
          Cluster first = clusters.connect("first", kubeconfig("one"));
          Cluster second = clusters.connect("second", kubeconfig("two"));
          new JdbcTemplate(testDatabase.superuser())
              .update(
                  """
                  update cluster_credential a set sealed = b.sealed from cluster_credential b
                   where a.cluster_id in (?, ?) and b.cluster_id in (?, ?) and a.cluster_id <> b.cluster_id
                  """,
                  first.id(),
                  second.id(),
                  first.id(),
                  second.id());
          assertThatThrownBy(() -> token(first.id())).isInstanceOf(Unsealable.class);
          assertThatThrownBy(() -> token(second.id())).isInstanceOf(Unsealable.class);
        });
  }

  @Test
  void anotherTenantSeesNeitherClusterNorCredential() {
    Cluster cluster = Tenant.call(tenant, () -> clusters.connect("prod", kubeconfig("one")));
    Tenant.run(
        organisation(),
        () -> {
          assertThat(clusters.list()).isEmpty();
          assertThat(clusters.find("prod")).isEmpty();
          assertThatThrownBy(() -> clusters.get(cluster.id())).isInstanceOf(NotHere.class);
          assertThatThrownBy(() -> token(cluster.id())).isInstanceOf(NotHere.class);
          assertThatThrownBy(() -> clusters.replaceCredential(cluster.id(), kubeconfig("x")))
              .isInstanceOf(NotHere.class);
          assertThatThrownBy(() -> clusters.delete(cluster.id())).isInstanceOf(NotHere.class);
        });
  }

  @Test
  void theTableOfCredentialsIsOutOfReachButForTheTwoFunctions() {
    Tenant.run(
        tenant,
        () -> {
          for (String statement :
              new String[] {
                "select * from cluster_credential",
                "delete from cluster_credential",
                "insert into credential_use (cluster_id, version, purpose) select"
                    + " gen_random_uuid(), 1, 'scan'"
              }) {
            assertThatThrownBy(
                    () -> transaction.executeWithoutResult(status -> jdbc.execute(statement)))
                .hasStackTraceContaining("permission denied");
          }
        });
  }

  @Test
  void everyUseOfACredentialIsNoted() {
    Tenant.run(
        tenant,
        () -> {
          Cluster cluster = clusters.connect("prod", kubeconfig("one"));
          UUID scan = UUID.randomUUID();
          vault.take(cluster.id(), "scan", scan);
          var uses =
              transaction.execute(status ->
                  jdbc.queryForList(
                      "select scan_id from credential_use where cluster_id = ?",
                      UUID.class,
                      cluster.id()));
          assertThat(uses).containsExactly(scan);
        });
  }

  @Test
  void oldUsesOfCredentialsAreForgottenButNotTheLastNinetyDays() {
    Tenant.run(
        tenant,
        () -> {
          Cluster cluster = clusters.connect("prod", kubeconfig("one"));
          vault.take(cluster.id(), "scan", UUID.randomUUID());
          vault.take(cluster.id(), "self-test", null);
          new JdbcTemplate(testDatabase.superuser())
              .update(
                  "update credential_use set at = now() - interval '91 days'"
                      + " where cluster_id = ? and purpose = 'scan'",
                  cluster.id());
          Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
          int forgotten =
              transaction.execute(status -> clusters.forgetCredentialUses(tomorrow, 10));
          assertThat(forgotten).isEqualTo(1);
          var kept =
              transaction.execute(status ->
                  jdbc.queryForList(
                      "select purpose from credential_use where cluster_id = ?",
                      String.class,
                      cluster.id()));
          assertThat(kept).containsExactly("self-test");
        });
  }

  @Test
  void aDeletedClusterTakesItsCredentialWithIt() {
    Tenant.run(
        tenant,
        () -> {
          Cluster cluster = clusters.connect("prod", kubeconfig("one"));
          clusters.delete(cluster.id());
          assertThat(clusters.list()).isEmpty();
          assertThatThrownBy(() -> token(cluster.id())).isInstanceOf(NotHere.class);
        });
  }

  @Test
  void samplesAreDeletedAndRealClustersStay() {
    Tenant.run(
        tenant,
        () -> {
          clusters.registerSample("Sample careless");
          clusters.registerSample("Sample tidy");
          clusters.registerOffline("real");
          assertThat(clusters.deleteSamples()).isEqualTo(2);
          assertThat(clusters.list()).extracting(Cluster::name).containsExactly("real");
        });
  }

  @Test
  void aNameIsUniqueWithinAnOrganisationAndAliasesAreMadeSo() {
    Tenant.run(
        tenant,
        () -> {
          clusters.registerOffline("a b");
          assertThat(clusters.registerOffline("a-b").alias()).isEqualTo("a-b-2");
          assertThat(clusters.registerOffline("集群").alias()).isEqualTo("cluster");
          assertThatThrownBy(() -> clusters.registerOffline(" a b "))
              .isInstanceOf(Refused.class)
              .hasMessageContaining("Another cluster");
          for (String name : new String[] {"", "  ", "x".repeat(101), "a\u0000b", "a\nb"}) {
            assertThatThrownBy(() -> clusters.registerOffline(name)).isInstanceOf(Refused.class);
          }
          Cluster renamed = clusters.rename(clusters.find("a-b").orElseThrow().id(), "new");
          assertThat(renamed.alias()).isEqualTo("a-b");
        });
    Tenant.run(organisation(), () -> clusters.registerOffline("a b"));
  }

  @Test
  void anAddressThatTheDeploymentDoesNotAllowIsNotRegistered() {
    Tenant.run(
        tenant,
        () -> {
          assertThatThrownBy(
                  () -> clusters.connect("x", kubeconfig("https://169.254.169.254", "t")))
              .isInstanceOf(Refused.class)
              .hasMessageContaining("plumbline.egress.allowed-cidrs");
          assertThatThrownBy(() -> clusters.connect("x", kubeconfig("https://h:22", "t")))
              .isInstanceOf(Refused.class)
              .hasMessageContaining("plumbline.egress.allowed-ports");
        });
  }

  @Test
  void whetherItCouldBeReachedIsRemembered() {
    Tenant.run(
        tenant,
        () -> {
          Cluster cluster = clusters.connect("prod", kubeconfig("one"));
          clusters.unreachable(cluster.id(), "No connection.");
          assertThat(clusters.get(cluster.id()).reach().reason()).isEqualTo("No connection.");
          clusters.reached(cluster.id(), "v1.35.4", "kubeadm", "uid");
          clusters.reached(cluster.id(), "", "", "");
          Cluster now = clusters.get(cluster.id());
          assertThat(now.reach().state()).isEqualTo(Cluster.Reach.State.REACHED);
          assertThat(now.serverVersion()).isEqualTo("v1.35.4");
          assertThat(now.apiUid()).isEqualTo("uid");
          assertThatThrownBy(() -> clusters.reached(cluster.id(), "v1.36.0", "", "other"))
              .isInstanceOf(Refused.class)
              .hasMessageContaining("another cluster");
          assertThat(clusters.get(cluster.id()).serverVersion()).isEqualTo("v1.35.4");
        });
  }
}
