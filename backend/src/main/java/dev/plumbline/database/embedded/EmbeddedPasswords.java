package dev.plumbline.database.embedded;

import dev.plumbline.database.PrivateFiles;
import dev.plumbline.database.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.springframework.util.FileSystemUtils;

/** The random passwords of the embedded database, kept in one file that only its user may read. */
record EmbeddedPasswords(String superuser, String owner, String app) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Reads the passwords; makes new ones, not yet kept, when there is no data either. */
  static EmbeddedPasswords of(EmbeddedFolder folder) {
    if (Files.exists(folder.passwords())) {
      return read(folder.passwords());
    }
    if (folder.hasData()) {
      removeWhatAnInterruptedFirstStartLeft(folder);
    }
    return fresh(folder);
  }

  /** Keeps the passwords for good: the first start is complete. */
  static void keep(EmbeddedFolder folder) {
    try {
      if (Files.exists(unproven(folder))) {
        Files.move(unproven(folder), folder.passwords(), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void removeWhatAnInterruptedFirstStartLeft(EmbeddedFolder folder) {
    if (!Files.exists(unproven(folder))) {
      throw new StartRefused(
          "The file %s is missing, and without it the data beside it cannot be opened. Put it back."
              .formatted(folder.passwords()));
    }
    try {
      FileSystemUtils.deleteRecursively(folder.data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPasswords fresh(EmbeddedFolder folder) {
    var made = new EmbeddedPasswords(random(), random(), random());
    PrivateFiles.write(
        unproven(folder),
        "superuser=%s\nowner=%s\napp=%s\n".formatted(made.superuser, made.owner, made.app));
    return made;
  }

  private static EmbeddedPasswords read(Path file) {
    var lines = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException e) {
      throw new StartRefused("The file " + file + " cannot be read: " + e, e);
    }
    return new EmbeddedPasswords(
        line(file, lines, "superuser"), line(file, lines, "owner"), line(file, lines, "app"));
  }

  private static String line(Path file, Properties lines, String name) {
    String value = lines.getProperty(name);
    if (value == null) {
      throw new StartRefused("The file " + file + " lacks the line " + name + "=…");
    }
    return value;
  }

  private static Path unproven(EmbeddedFolder folder) {
    return folder.root().resolve("passwords.first-start");
  }

  private static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "EmbeddedPasswords";
  }
}
