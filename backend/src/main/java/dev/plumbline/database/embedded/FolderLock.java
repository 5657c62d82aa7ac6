package dev.plumbline.database.embedded;

import dev.plumbline.database.PrivateFiles;
import dev.plumbline.database.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Held by the one process that runs on a data folder; the system frees it when that one dies. */
final class FolderLock implements AutoCloseable {

  private final FileChannel channel;
  private final Path running;

  private FolderLock(FileChannel channel, Path running) {
    this.channel = channel;
    this.running = running;
  }

  /** Takes the lock, or refuses and names the process that has it. */
  static FolderLock take(EmbeddedFolder folder) {
    return tryTake(folder)
        .orElseThrow(() ->
            new StartRefused(
                "Plumbline already runs on %s: %s. Stop it first, or name another folder with PLUMBLINE_HOME."
                    .formatted(folder.root().getParent(), holder(folder))));
  }

  static Optional<FolderLock> tryTake(EmbeddedFolder folder) {
    try {
      var channel =
          FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      var taken = new FolderLock(channel, folder.running());
      taken.tell("");
      return Optional.of(taken);
    } catch (IOException e) {
      throw new StartRefused("The file " + folder.lock() + " cannot be locked: " + e, e);
    }
  }

  /** Leaves word of where the product answers, for whoever comes second. */
  void tell(String url) {
    PrivateFiles.write(
        running, "process " + ProcessHandle.current().pid() + (url.isEmpty() ? "" : ", " + url));
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(running);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  private static String holder(EmbeddedFolder folder) {
    try {
      return Files.readString(folder.running());
    } catch (IOException _) {
      return "a process that has left no word of itself";
    }
  }
}
