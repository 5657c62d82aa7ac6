package dev.plumbline.database.embedded;

import dev.plumbline.database.PrivateFiles;
import dev.plumbline.database.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * Starts PostgreSQL on the folder: durable, on loopback only, with passwords from the first byte.
 */
final class EmbeddedServer {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final EmbeddedFolder folder;
  private final EmbeddedPasswords passwords;

  EmbeddedServer(EmbeddedFolder folder, EmbeddedPasswords passwords) {
    this.folder = folder;
    this.passwords = passwords;
  }

  /**
   * Starts the server and waits until it answers.
   *
   * @param port the TCP port, 0 for any free one
   */
  EmbeddedPostgres start(int port) {
    System.setProperty("ot.epg.working-dir", folder.scratch().toString());
    Path passwordFile = folder.root().resolve("initdb-" + UUID.randomUUID());
    try {
      PrivateFiles.write(passwordFile, passwords.superuser());
      var postgres = builder(passwordFile).setPort(port).start();
      PrivateFiles.folder(folder.programs());
      return postgres;
    } catch (IOException | IllegalStateException e) {
      new LeftoverServer(folder.data()).clear();
      throw new StartRefused(
          "The embedded PostgreSQL does not start on %s (its log: %s): %s"
              .formatted(folder.data(), folder.log(), e.getMessage()),
          e);
    } finally {
      delete(passwordFile);
    }
  }

  private EmbeddedPostgres.Builder builder(Path passwordFile) {
    return logging(durable(EmbeddedPostgres.builder()))
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", passwordFile.toString())
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("locale", "C")
        .setConnectConfig("password", passwords.superuser())
        .setDataDirectoryCustomizer(EmbeddedServer::admitLoopbackOnly)
        .setOverrideWorkingDirectory(folder.programs().toFile())
        .setDataDirectory(folder.data())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(PATIENCE);
  }

  private static EmbeddedPostgres.Builder durable(EmbeddedPostgres.Builder builder) {
    return builder
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("password_encryption", "scram-sha-256")
        .setServerConfig("max_connections", "50");
  }

  /** A file for each day of the week, written over a week later. */
  private static EmbeddedPostgres.Builder logging(EmbeddedPostgres.Builder builder) {
    return builder
        .setServerConfig("logging_collector", "on")
        .setServerConfig("log_directory", "../" + EmbeddedFolder.LOG)
        .setServerConfig("log_filename", "postgresql-%a.log")
        .setServerConfig("log_truncate_on_rotation", "on")
        .setServerConfig("log_rotation_age", "1d");
  }

  private static void admitLoopbackOnly(File data) {
    PrivateFiles.write(
        data.toPath().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StartRefused("The file " + file + " cannot be removed: " + e, e);
    }
  }
}
