package dev.plumbline.cluster;

import dev.plumbline.cluster.seal.Envelope;
import dev.plumbline.cluster.seal.Place;
import dev.plumbline.cluster.seal.Unsealable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the encryption key at hand opens the stored credentials, of whichever organisation. */
@Component
public class SealedCredentials {

  private final Envelope envelope;
  private final JdbcClient jdbc;
  private final TransactionTemplate platform;
  private final String file;

  SealedCredentials(
      Envelope envelope,
      JdbcClient jdbc,
      @Qualifier("platform") JdbcTransactionManager platform,
      @Value("${plumbline.encryption.key-file}") String file) {
    this.envelope = envelope;
    this.jdbc = jdbc;
    this.platform = new TransactionTemplate(platform);
    this.platform.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.file = file;
  }

  private record Key(byte[] id, long credentials, long organisations) {}

  private record Sample(UUID tenant, UUID cluster, int version, byte[] sealed) {}

  /** What cannot be opened, where and what to do, in one line; empty when all is well. */
  public Optional<String> lost() {
    return platform.execute(status -> {
      var lost = keys().stream().filter(key -> !opens(key)).toList();
      return lost.isEmpty() ? Optional.<String>empty() : Optional.of(line(lost));
    });
  }

  private String line(List<Key> lost) {
    long credentials = lost.stream().mapToLong(Key::credentials).sum();
    long organisations = lost.stream().mapToLong(Key::organisations).sum();
    return """
    The encryption key in %s does not open the stored credentials of %s, \
    in %s: restore the file, or replace these kubeconfigs; \
    until then they are of no use and nothing is scanned by them.\
    """
        .formatted(file, count(credentials, "cluster"), count(organisations, "organisation"));
  }

  private static String count(long number, String what) {
    return number == 1 ? "1 " + what : number + " " + what + "s";
  }

  private List<Key> keys() {
    return jdbc.sql("select kek_id, credentials, organisations from credential_keys()")
        .query((row, number) ->
            new Key(
                row.getBytes("kek_id"), row.getLong("credentials"), row.getLong("organisations")))
        .list();
  }

  /** One record may have been tampered with; a wrong key opens none. */
  private boolean opens(Key key) {
    return jdbc
        .sql("select tenant_id, cluster_id, version, sealed from credential_samples(:key)")
        .param("key", key.id())
        .query((row, number) ->
            new Sample(
                row.getObject("tenant_id", UUID.class),
                row.getObject("cluster_id", UUID.class),
                row.getInt("version"),
                row.getBytes("sealed")))
        .list()
        .stream()
        .anyMatch(this::opens);
  }

  private boolean opens(Sample sample) {
    try {
      byte[] plain =
          envelope.open(
              sample.sealed(), new Place(sample.tenant(), sample.cluster(), sample.version()));
      Arrays.fill(plain, (byte) 0);
      return true;
    } catch (Unsealable lost) {
      return false;
    }
  }
}
