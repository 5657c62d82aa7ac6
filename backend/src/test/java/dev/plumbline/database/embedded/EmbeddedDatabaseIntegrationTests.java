package dev.plumbline.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.database.DatabaseAddress;
import dev.plumbline.database.Login;
import dev.plumbline.database.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;

class EmbeddedDatabaseIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir static Path all;
  private Path home = Path.of("");

  @BeforeEach
  void shareTheUnpackedPrograms() throws IOException {
    home = Files.createTempDirectory(all, "home");
    Files.createDirectories(folder().root());
    Files.createSymbolicLink(folder().programs(), Files.createDirectories(all.resolve("programs")));
  }

  @AfterEach
  void leaveNothingRunning() {
    leftover().server().ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void whatItKeepsIsPrivateAndDurableAndOnLoopbackOnly() throws IOException {
    try (var database = start()) {
      var sql = as(database.address(), database.address().owner());
      assertThat(permissions(folder().root())).isEqualTo("rwx------");
      assertThat(permissions(folder().data())).isEqualTo("rwx------");
      assertThat(permissions(folder().programs())).isEqualTo("rwx------");
      assertThat(permissions(folder().passwords())).isEqualTo("rw-------");
      assertThat(folder().log()).isNotEmptyDirectory();
      assertThat(permissions(folder().log())).isEqualTo("rwx------");
      assertThat(setting(sql, "fsync")).isEqualTo("on");
      assertThat(setting(sql, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(sql, "full_page_writes")).isEqualTo("on");
      assertThat(setting(sql, "data_checksums")).isEqualTo("on");
      assertThat(setting(sql, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(sql, "server_version")).startsWith(EmbeddedFolder.MAJOR + ".");
      assertThat(Files.readString(folder().data().resolve("pg_hba.conf")))
          .isEqualTo("host all all 127.0.0.1/32 scram-sha-256\n");
      assertThat(Files.readAllLines(folder().data().resolve("postmaster.pid")).get(4)).isBlank();
    }
  }

  @Test
  void nobodyComesInWithoutThePassword() {
    try (var database = start()) {
      for (var login : List.of(new Login("postgres", "postgres"), new Login("plumbline_app", ""))) {
        assertThatThrownBy(() -> as(database.address(), login).execute("select 1"))
            .isInstanceOf(CannotGetJdbcConnectionException.class);
      }
    }
  }

  @Test
  void dataSurvivesAStopAndAStart() {
    try (var database = start()) {
      write(database);
    }
    assertThat(leftover().server()).isEmpty();
    try (var database = start()) {
      assertThat(read(database)).isEqualTo("kept");
    }
  }

  @Test
  void dataSurvivesTheKillingOfTheProductAndTheOrphanIsStopped() throws Exception {
    OtherProcess other = OtherProcess.on(home);
    ProcessHandle orphan = leftover().server().orElseThrow();
    write(JoinedDatabase.on(folder()).address());
    other.kill();
    assertThat(orphan.isAlive()).isTrue();
    try (var database = start()) {
      assertThat(orphan.isAlive()).isFalse();
      assertThat(read(database)).isEqualTo("kept");
    }
  }

  @Test
  void anOrderlyEndOfTheProductLeavesNothingRunning() throws Exception {
    OtherProcess other = OtherProcess.on(home);
    ProcessHandle server = leftover().server().orElseThrow();
    other.terminate();
    assertThat(server.isAlive()).isFalse();
    assertThat(folder().running()).doesNotExist();
  }

  @Test
  void postgresIsStartedAgainWhenItIsKilled() throws Exception {
    try (var database = start()) {
      write(database);
      ProcessHandle killed = leftover().server().orElseThrow();
      killed.destroyForcibly();
      killed.onExit().get(60, TimeUnit.SECONDS);
      awaitAnswer(database);
      assertThat(read(database)).isEqualTo("kept");
      assertThat(leftover().server().orElseThrow().pid()).isNotEqualTo(killed.pid());
    }
  }

  @Test
  void aPidFileThatNamesAnotherProgramIsRemovedAndTheProgramLeftAlone() throws Exception {
    start().close();
    Process stranger = new ProcessBuilder("sleep", "300").start();
    try {
      Files.writeString(
          folder().data().resolve("postmaster.pid"),
          "%d\n%s\n1\n5432\n\n127.0.0.1\n".formatted(stranger.pid(), folder().data()));
      try (var database = start()) {
        assertThat(as(database.address(), database.address().app()).queryForList("select 1"))
            .hasSize(1);
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void aSecondStartNamesTheFirst() throws Exception {
    OtherProcess first = OtherProcess.on(home);
    assertThatThrownBy(this::start)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("process " + first.process().pid())
        .hasMessageContaining(home.toString());
    first.terminate();
  }

  @Test
  void dataOfAnotherMajorVersionIsRefusedUntouchedWithTheWayOut() throws IOException {
    Path version = Files.createDirectories(folder().data()).resolve("PG_VERSION");
    Files.writeString(version, "17\n");
    assertThatThrownBy(this::start)
        .isInstanceOf(StartRefused.class)
        .hasMessageContainingAll("PostgreSQL 17", "PostgreSQL 18", "pg_dump");
    assertThat(version).hasContent("17");
    assertThatThrownBy(this::start).hasMessageContaining("PostgreSQL 17");
  }

  @Test
  void aFirstStartThatWasCutShortBeginsAgain() throws IOException {
    folder().create();
    EmbeddedPasswords.of(folder());
    Files.createDirectories(folder().data().resolve("base"));
    try (var database = start()) {
      write(database);
      assertThat(read(database)).isEqualTo("kept");
    }
  }

  @Test
  void dataWhosePasswordsAreLostIsNotThrownAway() throws IOException {
    start().close();
    Files.delete(folder().passwords());
    assertThatThrownBy(this::start)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(folder().passwords().toString());
    assertThat(folder().data().resolve("PG_VERSION")).exists();
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(folder());
  }

  private EmbeddedFolder folder() {
    return EmbeddedFolder.in(home);
  }

  private LeftoverServer leftover() {
    return new LeftoverServer(folder().data());
  }

  private static void write(EmbeddedDatabase database) {
    write(database.address());
  }

  private static void write(DatabaseAddress address) {
    var owner = as(address, address.owner());
    owner.execute("create table word (word text)");
    owner.update("insert into word values ('kept')");
  }

  private static String read(EmbeddedDatabase database) {
    return String.valueOf(
        as(database.address(), database.address().owner())
            .queryForObject("select word from word", String.class));
  }

  private static void awaitAnswer(EmbeddedDatabase database) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        read(database);
        return;
      } catch (CannotGetJdbcConnectionException _) {
        Thread.sleep(500);
      }
    }
    throw new AssertionError("no answer within " + PATIENCE);
  }

  private static JdbcTemplate as(DatabaseAddress address, Login login) {
    var source = new PGSimpleDataSource();
    source.setUrl(address.url());
    source.setUser(login.username());
    source.setPassword(login.password());
    return new JdbcTemplate(source);
  }

  private static String setting(JdbcTemplate sql, String name) {
    return String.valueOf(sql.queryForObject("show " + name, String.class));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
