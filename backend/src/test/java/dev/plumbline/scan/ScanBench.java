package dev.plumbline.scan;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.inventory.collect.Collected;
import dev.plumbline.inventory.collect.Dumps;
import dev.plumbline.inventory.collect.Upload;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.BenchInventory;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.StatementGuard;
import dev.plumbline.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a first and an unchanged second scan cost the database; asserts nothing and runs only when
 * asked by name:
 *
 * <pre>PLUMBLINE_SHARED=… mvn -pl backend test -Dtest=ScanBench -Dplumbline.bench=true</pre>
 */
@PlumblineTest
class ScanBench {

  private static final Instant MORNING = Instant.parse("2026-06-01T08:00:00Z");
  private static final String WRITTEN =
      "select relname, n_tup_ins + n_tup_upd + n_tup_del as n from pg_stat_user_tables";

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Clusters clusters;
  @Autowired Scans scans;
  @Autowired TestDatabase testDatabase;

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void scansTwice(int size) throws Exception {
    Path inventory = BenchInventory.generated(size);
    UUID organisation =
        organisations
            .found(
                "Bench",
                people.register(UUID.randomUUID() + "@example.org", "B", "a long enough one"))
            .id();
    UUID cluster = Tenant.call(organisation, () -> clusters.registerOffline("yard").id());
    measure("first", size, organisation, cluster, look(inventory, MORNING));
    measure("second", size, organisation, cluster, look(inventory, MORNING.plusSeconds(3600)));
  }

  private void measure(String what, int size, UUID organisation, UUID cluster, Collected look)
      throws InterruptedException {
    BenchInventory.resetPeakHeap();
    var before = written();
    long start = System.nanoTime();
    var ended = new AtomicReference<Scan>();
    int statements =
        StatementGuard.during(() ->
                Tenant.run(
                    organisation, () -> ended.set(finished(scans.upload(cluster, look).id()))))
            .size();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "BENCH workloads=%d %s scan %s: %d statements, %.1f s, peak heap %d MiB, rows written %s%n",
        size,
        what,
        ended.get().state(),
        statements,
        seconds,
        BenchInventory.peakHeap(),
        since(before));
  }

  private static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
    var difference = new TreeMap<String, Long>();
    after.forEach((table, n) -> difference.put(table, n - before.getOrDefault(table, 0L)));
    difference.values().removeIf(n -> n == 0);
    return difference;
  }

  private Map<String, Long> since(Map<String, Long> before) throws InterruptedException {
    return difference(before, written());
  }

  /** The server publishes its counts within a second of the session's next idle moment. */
  private Map<String, Long> written() throws InterruptedException {
    Thread.sleep(Duration.ofSeconds(12));
    var written = new TreeMap<String, Long>();
    new JdbcTemplate(testDatabase.superuser())
        .query(
            WRITTEN,
            row -> {
              written.merge(row.getString("relname"), row.getLong("n"), Long::sum);
            });
    return written;
  }

  private Scan finished(UUID id) {
    while (true) {
      var scan = scans.find(id).orElseThrow();
      if (scan.state().over()) {
        return scan;
      }
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Collected look(Path inventory, Instant at) throws IOException {
    try (InputStream in = Files.newInputStream(inventory)) {
      return Dumps.read(List.of(new Upload("all.json", in)), at);
    }
  }
}
