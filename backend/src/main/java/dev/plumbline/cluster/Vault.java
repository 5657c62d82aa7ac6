package dev.plumbline.cluster;

import dev.plumbline.cluster.kubeconfig.Access;
import dev.plumbline.cluster.kubeconfig.Login;
import dev.plumbline.cluster.seal.AccessBytes;
import dev.plumbline.cluster.seal.Envelope;
import dev.plumbline.cluster.seal.Place;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.tenant.TenantJdbc;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts sealed credentials into the vault of the database, and takes them out for one use. */
@Component
class Vault {

  private final TenantJdbc jdbc;
  private final Envelope envelope;
  private final TransactionTemplate apart;

  Vault(TenantJdbc jdbc, Envelope envelope, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.envelope = envelope;
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Stores a version over the one before it, within the caller's transaction. */
  void put(UUID cluster, int version, Access access) {
    byte[] plain = AccessBytes.write(access);
    try {
      byte[] sealed = envelope.seal(plain, place(cluster, version));
      boolean stored =
          jdbc.sql("select put_credential(:cluster, :version, :sealed) where :tenant = tenant()")
              .param("cluster", cluster)
              .param("version", version)
              .param("sealed", sealed)
              .query(Boolean.class)
              .single();
      if (!stored) {
        throw new IllegalStateException("another credential was stored at the same time");
      }
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /** Takes the credential for one use, which is noted before it is opened. */
  Access take(UUID cluster, String purpose, @Nullable UUID scan) {
    Optional<Taken> taken = apart.execute(status -> taken(cluster, purpose, scan));
    Taken record = taken.orElseThrow(() -> new NotHere("credential"));
    byte[] plain = envelope.open(record.sealed(), place(cluster, record.version()));
    try {
      return AccessBytes.read(plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /** Forgets who took credentials before an instant; what happened within ninety days stays. */
  int forgetUses(Instant before, int limit) {
    return jdbc.sql("select forget_credential_uses(:before, :limit) where :tenant = tenant()")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(Integer.class)
        .single();
  }

  private Optional<Taken> taken(UUID cluster, String purpose, @Nullable UUID scan) {
    return jdbc.sql(
            """
            select version, sealed from take_credential(:cluster, :purpose, :scan::uuid)
             where :tenant = tenant()
            """)
        .param("cluster", cluster)
        .param("purpose", purpose)
        .param("scan", scan, java.sql.Types.OTHER)
        .query((row, number) -> new Taken(row.getInt("version"), row.getBytes("sealed")))
        .optional();
  }

  private static Place place(UUID cluster, int version) {
    return new Place(Tenant.current(), cluster, version);
  }

  /** Tells two credentials of one cluster apart: a keyed hash, cut to 48 bits. */
  static String fingerprint(UUID cluster, Login login) {
    return login.secret().use(secret -> fingerprint(cluster, secret));
  }

  private static String fingerprint(UUID cluster, byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] hash =
          mac.doFinal(cluster.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return HexFormat.ofDelimiter(":").formatHex(hash, 0, 6);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no HMAC-SHA-256", e);
    }
  }

  private record Taken(int version, byte[] sealed) {}
}
