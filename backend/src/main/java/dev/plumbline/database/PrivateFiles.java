package dev.plumbline.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes folders (0700) and files (0600) that only the product's own user may read. */
public final class PrivateFiles {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private PrivateFiles() {}

  /** Creates the folder and what is missing above it; narrows one that others may enter. */
  public static void folder(Path folder) {
    try {
      Files.createDirectories(folder, only(FOLDER));
      if (POSIX && !Files.getPosixFilePermissions(folder).equals(FOLDER)) {
        Files.setPosixFilePermissions(folder, FOLDER);
      }
    } catch (IOException e) {
      throw new StartRefused("The folder " + folder + " cannot be made private: " + e, e);
    }
  }

  /** Creates the folder, leaving one that exists as it is. */
  public static void folderIfMissing(Path folder) {
    if (!Files.isDirectory(folder)) {
      folder(folder);
    }
  }

  /** Writes all or nothing. */
  public static void write(Path file, String text) {
    try {
      Path half = file.resolveSibling(file.getFileName() + ".half");
      Files.deleteIfExists(half);
      Files.createFile(half, only(FILE));
      Files.writeString(half, text);
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartRefused("The file " + file + " cannot be written: " + e, e);
    }
  }

  private static FileAttribute<?>[] only(Set<PosixFilePermission> permissions) {
    return POSIX
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
