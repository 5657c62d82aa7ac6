package dev.plumbline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a secret from a setting or from the file that a second setting names. */
public final class Secrets {

  private Secrets() {}

  /** The value, else the file's content without surrounding space; one of both must be there. */
  public static String read(String name, @Nullable String value, @Nullable String file) {
    if (value != null && !value.isEmpty()) {
      return value;
    }
    if (file == null || file.isBlank()) {
      throw new StartRefused(name + " is not set (nor " + name + "-file)");
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw new StartRefused(name + "-file cannot be read: " + file, e);
    }
  }
}
