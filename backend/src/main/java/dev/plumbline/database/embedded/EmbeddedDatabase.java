package dev.plumbline.database.embedded;

import dev.plumbline.database.DatabaseAddress;
import dev.plumbline.database.OwnDatabase;
import dev.plumbline.database.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** A PostgreSQL of the product's own, running on its data folder as long as the product does. */
final class EmbeddedDatabase
    implements OwnDatabase, AutoCloseable, ApplicationListener<WebServerInitializedEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int PATIENCE_SECONDS = 60;

  private final EmbeddedFolder folder;
  private final FolderLock lock;
  private final EmbeddedPasswords passwords;
  private EmbeddedPostgres postgres;
  private boolean closing;

  private EmbeddedDatabase(EmbeddedFolder folder, FolderLock lock) {
    this.folder = folder;
    this.lock = lock;
    folder.refuseOtherMajor();
    new LeftoverServer(folder.data()).clear();
    this.passwords = EmbeddedPasswords.of(folder);
    this.postgres = new EmbeddedServer(folder, passwords).start(0);
    EmbeddedRoles.apply(postgres.getPort(), passwords);
    EmbeddedPasswords.keep(folder);
  }

  /** Starts on the folder, recovering from whatever an earlier run left there. */
  static EmbeddedDatabase start(EmbeddedFolder folder) {
    RootUser.ofThisProcess().refuseWhereItCannotRun();
    folder.create();
    var lock = FolderLock.take(folder);
    try {
      var database = new EmbeddedDatabase(folder, lock);
      database.watch();
      return database;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public DatabaseAddress address() {
    return EmbeddedRoles.address(postgres.getPort(), passwords);
  }

  @Override
  public String place() {
    return folder.root().toString();
  }

  /** Leaves word of where the product answers, for a second start on the same folder. */
  @Override
  public void onApplicationEvent(WebServerInitializedEvent event) {
    lock.tell("http://localhost:" + event.getWebServer().getPort());
  }

  @Override
  public synchronized void close() {
    if (!closing) {
      closing = true;
      var server = new LeftoverServer(folder.data()).server();
      stop(postgres);
      server.ifPresent(EmbeddedDatabase::awaitEnd);
      lock.close();
    }
  }

  private void watch() {
    new LeftoverServer(folder.data())
        .server()
        .ifPresent(server -> server.onExit().thenRunAsync(this::restart));
  }

  private synchronized void restart() {
    for (int attempt = 1; !closing && attempt <= ATTEMPTS; attempt++) {
      try {
        LOG.warn("PostgreSQL ended unexpectedly: starting it again (attempt {})", attempt);
        restartOnce();
        return;
      } catch (StartRefused | InterruptedException e) {
        LOG.warn("PostgreSQL could not be started again", e);
      }
    }
    if (!closing) {
      LOG.error("PostgreSQL stays down: see its log in {} and restart Plumbline", folder.log());
    }
  }

  private void restartOnce() throws InterruptedException {
    int port = postgres.getPort();
    stop(postgres);
    Thread.sleep(PAUSE);
    new LeftoverServer(folder.data()).clear();
    postgres = new EmbeddedServer(folder, passwords).start(port);
    watch();
  }

  private static void stop(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitEnd(ProcessHandle server) {
    try {
      server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.error("PostgreSQL {} has not ended after {} seconds", server.pid(), PATIENCE_SECONDS, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
