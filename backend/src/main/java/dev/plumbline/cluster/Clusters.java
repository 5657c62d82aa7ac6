package dev.plumbline.cluster;

import dev.plumbline.cluster.Cluster.Reach.State;
import dev.plumbline.cluster.egress.Egress;
import dev.plumbline.cluster.kubeconfig.Acceptance.Accepted;
import dev.plumbline.cluster.kubeconfig.Login;
import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.TenantJdbc;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The registered clusters of the current tenant. */
@Component
@Transactional
public class Clusters {

  private static final int MOST = 500;

  private final ClusterRows rows;
  private final Vault vault;
  private final Egress egress;
  private final TenantJdbc jdbc;
  private final Audit audit;
  private final Clock clock;

  Clusters(
      ClusterRows rows, Vault vault, Egress egress, TenantJdbc jdbc, Audit audit, Clock clock) {
    this.rows = rows;
    this.vault = vault;
    this.egress = egress;
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** Every cluster, by name. */
  @Transactional(readOnly = true)
  public List<Cluster> list() {
    return rows.findAllByOrderByName().stream().map(ClusterEntity::toCluster).toList();
  }

  @Transactional(readOnly = true)
  public Cluster get(UUID id) {
    return row(id).toCluster();
  }

  /** The cluster that an address names by its alias or its id. */
  @Transactional(readOnly = true)
  public Optional<Cluster> find(String aliasOrId) {
    return rows.findByAlias(aliasOrId)
        .or(() -> id(aliasOrId).flatMap(rows::findById))
        .map(ClusterEntity::toCluster);
  }

  private static Optional<UUID> id(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Registers a cluster with an API server; nothing is sent to it yet. */
  public Cluster connect(String name, Accepted accepted) {
    requireAllowed(accepted);
    ClusterEntity row = add(name, Cluster.Type.LIVE, false);
    store(row, accepted);
    audit.record("cluster.registered", row.name, row.server);
    return row.toCluster();
  }

  /** Registers a cluster that is read by uploads. */
  public Cluster registerOffline(String name) {
    ClusterEntity row = add(name, Cluster.Type.OFFLINE, false);
    audit.record("cluster.registered", row.name, "offline");
    return row.toCluster();
  }

  /** Registers a made-up cluster, read by uploads. */
  public Cluster registerSample(String name) {
    return add(name, Cluster.Type.OFFLINE, true).toCluster();
  }

  /** Replaces the credential, and with it the address if it changed; history stays. */
  public Cluster replaceCredential(UUID id, Accepted accepted) {
    ClusterEntity row = row(id);
    if (!row.toCluster().live()) {
      throw new Refused("kubeconfig", "An offline cluster has no credential.");
    }
    requireAllowed(accepted);
    store(row, accepted);
    row.reach(State.UNTRIED, "", clock.instant());
    dropSelfTest(id);
    audit.record("cluster.credential-replaced", row.name, "version " + row.credentialVersion);
    return row.toCluster();
  }

  /** Gives it another name; the alias stays, so that addresses keep working. */
  public Cluster rename(UUID id, String name) {
    ClusterEntity row = row(id);
    String checked = Names.checked(name);
    requireFree(checked, id);
    audit.record("cluster.renamed", row.name, checked);
    row.name = checked;
    return row.toCluster();
  }

  /**
   * Sets how often the schedule scans it.
   *
   * @param intervalMinutes 15 minutes to 30 days
   */
  public Cluster schedule(UUID id, int intervalMinutes, boolean paused) {
    if (intervalMinutes < 15 || intervalMinutes > 43_200) {
      throw new Refused("intervalMinutes", "An interval lies between 15 minutes and 30 days.");
    }
    ClusterEntity row = row(id);
    row.intervalMinutes = intervalMinutes;
    row.paused = paused;
    String often = paused ? "paused" : "every " + intervalMinutes + " minutes";
    audit.record("cluster.scheduled", row.name, often);
    return row.toCluster();
  }

  /** Deletes it with its credential, history and findings. */
  public void delete(UUID id) {
    ClusterEntity row = row(id);
    rows.delete(row);
    audit.record("cluster.deleted", row.name, "");
  }

  /** Deletes every made-up cluster and tells how many there were. */
  public int deleteSamples() {
    List<ClusterEntity> samples = rows.findBySampleTrue();
    rows.deleteAll(samples);
    if (!samples.isEmpty()) {
      audit.record("cluster.samples-deleted", "", samples.size() + " clusters");
    }
    return samples.size();
  }

  /** Forgets who took credentials before an instant; what happened within ninety days stays. */
  public int forgetCredentialUses(Instant before, int limit) {
    return vault.forgetUses(before, limit);
  }

  /**
   * Notes that the API server answered, and what it told of itself; empty keeps what is known.
   * Throws {@link Refused} when it is another cluster than before, so that no history is mixed.
   */
  public void reached(UUID id, String serverVersion, String distribution, String apiUid) {
    ClusterEntity row = row(id);
    if (!row.apiUid.isEmpty() && !apiUid.isEmpty() && !row.apiUid.equals(apiUid)) {
      throw new Refused(
          "cluster",
          "This is another cluster than the one scanned before: its kube-system has another uid."
              + " Register it under a name of its own, so that their histories do not mix.");
    }
    row.reach(State.REACHED, "", clock.instant());
    row.serverVersion = serverVersion.isEmpty() ? row.serverVersion : serverVersion;
    row.distribution = distribution.isEmpty() ? row.distribution : distribution;
    row.apiUid = apiUid.isEmpty() ? row.apiUid : apiUid;
  }

  /** Notes that the API server could not be reached, and why. */
  public void unreachable(UUID id, String reason) {
    row(id).reach(State.FAILED, reason, clock.instant());
  }

  /** Keeps the result of a self-test over the one before it. */
  public void keepSelfTest(UUID id, String json) {
    row(id);
    jdbc.sql(
            """
            update cluster set self_test = :json::jsonb, self_test_at = :at
             where tenant_id = :tenant and id = :id
            """)
        .param("json", json)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  /** The last self-test, empty when there was none since the credential was replaced. */
  @Transactional(readOnly = true)
  public Optional<KeptSelfTest> selfTest(UUID id) {
    return jdbc.sql(
            """
            select self_test::text as json, self_test_at from cluster
             where tenant_id = :tenant and id = :id and self_test is not null
            """)
        .param("id", id)
        .query((row, number) ->
            new KeptSelfTest(
                row.getString("json"),
                row.getObject("self_test_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  private void dropSelfTest(UUID id) {
    jdbc.sql("update cluster set self_test = null where tenant_id = :tenant and id = :id")
        .param("id", id)
        .update();
  }

  private ClusterEntity row(UUID id) {
    return rows.findById(id).orElseThrow(() -> new NotHere("cluster"));
  }

  private ClusterEntity add(String name, Cluster.Type type, boolean sample) {
    String checked = Names.checked(name);
    if (rows.count() >= MOST) {
      throw new Refused("name", "An organisation has at most " + MOST + " clusters.");
    }
    var row =
        new ClusterEntity(
            checked, Names.alias(checked, rows::existsByAlias), type, sample, clock.instant());
    requireFree(checked, row.id);
    try {
      return rows.saveAndFlush(row);
    } catch (DataIntegrityViolationException e) {
      throw taken();
    }
  }

  private void requireFree(String name, UUID id) {
    if (rows.existsByNameAndIdNot(name, id)) {
      throw taken();
    }
  }

  private static Refused taken() {
    return new Refused("name", "Another cluster has this name.");
  }

  private void store(ClusterEntity row, Accepted accepted) {
    var access = accepted.access();
    String kind = access.login() instanceof Login.Token ? "token" : "certificate";
    String fingerprint = Vault.fingerprint(row.id, access.login());
    int version = row.credential(accepted, kind, fingerprint);
    rows.saveAndFlush(row);
    vault.put(row.id, version, access);
  }

  private void requireAllowed(Accepted accepted) {
    URI server = accepted.access().server();
    if (!egress.allowsPort(server.getPort() < 0 ? 443 : server.getPort())) {
      throw new Refused("kubeconfig", Egress.PORT_REFUSED);
    }
    if (!egress.mayAllow(server.getHost())) {
      throw new Refused("kubeconfig", Egress.REFUSED);
    }
  }
}
