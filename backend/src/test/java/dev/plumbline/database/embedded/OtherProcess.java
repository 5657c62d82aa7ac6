package dev.plumbline.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another JVM that runs the embedded database on a folder until it is killed. */
record OtherProcess(Process process, BufferedReader output) implements AutoCloseable {

  public static void main(String[] arguments) throws InterruptedException {
    var database = EmbeddedDatabase.start(EmbeddedFolder.in(Path.of(arguments[0])));
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    System.out.println("READY " + database.address().url());
    Thread.currentThread().join();
  }

  static OtherProcess on(Path home) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                home.toString())
            .redirectErrorStream(true)
            .start();
    var other = new OtherProcess(process, process.inputReader());
    other.awaitReady();
    return other;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(60, TimeUnit.SECONDS);
  }

  void terminate() throws InterruptedException {
    process.destroy();
    process.waitFor(90, TimeUnit.SECONDS);
  }

  private void awaitReady() throws IOException {
    var said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("READY")) {
        return;
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("ended before it was ready: " + said);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
