package dev.plumbline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.collect.Dumps;
import dev.plumbline.inventory.collect.Upload;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Hands dumps in and waits for their scans, within the organisation that is bound. */
public final class HandedIn {

  private static final Duration LONGEST = Duration.ofSeconds(180);

  private HandedIn() {}

  /** The scan of one file, which has ended well. */
  public static Scan scan(Scans scans, UUID cluster, Instant at, String json) {
    return scan(scans, cluster, at, Map.of("all.json", json));
  }

  /**
   * The scan of some files, which has ended well.
   *
   * @param files content by name
   */
  public static Scan scan(Scans scans, UUID cluster, Instant at, Map<String, String> files) {
    List<Upload> uploads =
        files.entrySet().stream().map(file -> upload(file.getKey(), file.getValue())).toList();
    Scan scan = ended(scans, scans.upload(cluster, Dumps.read(uploads, at)).id());
    assertThat(scan.state()).as(scan.failure()).isEqualTo(Scan.State.DONE);
    return scan;
  }

  /** A scan once it is over, however it ended. */
  public static Scan ended(Scans scans, UUID id) {
    Instant end = Instant.now().plus(LONGEST);
    while (!scans.find(id).orElseThrow().state().over() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    Scan scan = scans.find(id).orElseThrow();
    assertThat(scan.state().over()).as("the scan has ended").isTrue();
    return scan;
  }

  private static Upload upload(String name, String text) {
    return new Upload(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
