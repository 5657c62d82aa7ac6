package dev.plumbline.database.embedded;

import dev.plumbline.database.PrivateFiles;
import dev.plumbline.database.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the embedded database keeps its data, its programs and its passwords. */
record EmbeddedFolder(Path root) {

  /** The PostgreSQL that the build brings along. */
  static final String MAJOR = "18";

  static final String LOG = "log";

  static EmbeddedFolder in(Path home) {
    return new EmbeddedFolder(home.toAbsolutePath().normalize().resolve("postgresql"));
  }

  Path data() {
    return root.resolve("data");
  }

  Path programs() {
    return root.resolve("programs");
  }

  Path scratch() {
    return root.resolve("scratch");
  }

  Path log() {
    return root.resolve(LOG);
  }

  Path passwords() {
    return root.resolve("passwords");
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path running() {
    return root.resolve("running");
  }

  void create() {
    PrivateFiles.folderIfMissing(root.resolve("..").normalize());
    PrivateFiles.folder(root);
    PrivateFiles.folder(programs());
    PrivateFiles.folder(scratch());
  }

  boolean hasData() {
    return Files.exists(data());
  }

  /** Refuses data that this PostgreSQL cannot read, touching nothing. */
  void refuseOtherMajor() {
    String found = major();
    if (!found.isEmpty() && !found.equals(MAJOR)) {
      throw new StartRefused(
          """
          The data in %s was written by PostgreSQL %s, and this Plumbline brings PostgreSQL %s. \
          Start the Plumbline that wrote it, dump its database with pg_dump, move the folder away, \
          start this one and restore the dump; or give a PostgreSQL server of your own with \
          PLUMBLINE_DATABASE_URL.\
          """
              .formatted(data(), found, MAJOR));
    }
  }

  private String major() {
    Path version = data().resolve("PG_VERSION");
    try {
      return Files.exists(version) ? Files.readString(version).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
