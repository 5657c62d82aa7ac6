package dev.plumbline.cluster;

import dev.plumbline.cluster.kubeconfig.Acceptance.Accepted;
import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "cluster")
class ClusterEntity extends TenantOwned {

  @Id UUID id;
  String name;
  String alias;
  String kind;
  boolean sample;
  String server = "";
  String apiUid = "";
  String distribution = "";
  String serverVersion = "";
  int intervalMinutes = 1440;
  boolean paused;
  Instant createdAt;
  int credentialVersion;
  String credentialKind = "";
  String credentialSubject = "";
  String credentialFingerprint = "";
  @Nullable Instant credentialExpiresAt;
  String reach = "untried";
  String reachReason = "";
  @Nullable Instant reachAt;

  protected ClusterEntity() {}

  ClusterEntity(String name, String alias, Cluster.Type type, boolean sample, Instant now) {
    this.id = Ids.next();
    this.name = name;
    this.alias = alias;
    this.kind = type.name().toLowerCase(Locale.ROOT);
    this.sample = sample;
    this.createdAt = now;
  }

  /** Shows a new credential, which is then stored sealed under the version returned. */
  int credential(Accepted accepted, String kind, String fingerprint) {
    server = accepted.access().server().toString();
    credentialKind = kind;
    credentialSubject = accepted.subject();
    credentialExpiresAt = accepted.expiresAt().orElse(null);
    credentialFingerprint = fingerprint;
    return ++credentialVersion;
  }

  void reach(Cluster.Reach.State state, String reason, Instant at) {
    reach = state.name().toLowerCase(Locale.ROOT);
    reachReason = reason;
    reachAt = at;
  }

  Cluster toCluster() {
    return new Cluster(
        id,
        name,
        alias,
        Cluster.Type.valueOf(kind.toUpperCase(Locale.ROOT)),
        sample,
        server,
        apiUid,
        distribution,
        serverVersion,
        intervalMinutes,
        paused,
        createdAt,
        credential(),
        new Cluster.Reach(
            Cluster.Reach.State.valueOf(reach.toUpperCase(Locale.ROOT)),
            reachReason,
            Optional.ofNullable(reachAt)));
  }

  private Optional<Cluster.Credential> credential() {
    return credentialVersion == 0
        ? Optional.empty()
        : Optional.of(
            new Cluster.Credential(
                credentialVersion,
                credentialKind,
                credentialSubject,
                credentialFingerprint,
                Optional.ofNullable(credentialExpiresAt)));
  }
}
