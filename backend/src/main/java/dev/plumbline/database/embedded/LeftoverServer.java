package dev.plumbline.database.embedded;

import dev.plumbline.database.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an earlier run may have left on the data folder: a server of ours, or only its pid file. */
record LeftoverServer(Path data) {

  private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
  private static final int PATIENCE_SECONDS = 60;

  /**
   * Stops a server that still runs on the folder; removes the pid file when its number now belongs
   * to another program. A dead server's file stays: PostgreSQL looks for its shared memory first.
   */
  void clear() {
    process().ifPresent(this::clear);
  }

  /** The server that runs on the folder now. */
  Optional<ProcessHandle> server() {
    return process().filter(this::isOurs);
  }

  /** The TCP port the server on this folder listens on, by its pid file. */
  Optional<Integer> port() {
    var lines = pidFile();
    return lines.size() > 3 ? Optional.of(Integer.valueOf(lines.get(3).strip())) : Optional.empty();
  }

  private void clear(ProcessHandle process) {
    if (isOurs(process)) {
      LOG.warn("Stopping PostgreSQL {}, which an earlier run left behind", process.pid());
      stop(process);
    } else {
      LOG.warn("Removing a pid file that names process {}, another program", process.pid());
      delete();
    }
  }

  private boolean isOurs(ProcessHandle process) {
    return process.info().arguments().map(List::of).orElse(List.of()).contains(data.toString());
  }

  private void stop(ProcessHandle process) {
    interrupt(process);
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new StartRefused(
          "PostgreSQL %d, left by an earlier run, does not stop. End it by hand and start again."
              .formatted(process.pid()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("Interrupted while stopping PostgreSQL " + process.pid(), e);
    }
  }

  /** SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients that may never leave. */
  private static void interrupt(ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
          .inheritIO()
          .start()
          .waitFor();
    } catch (IOException _) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("Interrupted while stopping PostgreSQL " + process.pid(), e);
    }
  }

  private Optional<ProcessHandle> process() {
    var lines = pidFile();
    return lines.isEmpty()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
  }

  private List<String> pidFile() {
    Path file = data.resolve("postmaster.pid");
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete() {
    try {
      Files.delete(data.resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
