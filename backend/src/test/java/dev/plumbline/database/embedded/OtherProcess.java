package dev.plumbline.database.embedded;

import dev.plumbline.testing.OtherJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another JVM that runs the embedded database on a folder until it is killed. */
record OtherProcess(Process process) implements AutoCloseable {

  public static void main(String[] arguments) throws InterruptedException {
    var database = EmbeddedDatabase.start(EmbeddedFolder.in(Path.of(arguments[0])));
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    System.out.println("READY " + database.address().url());
    Thread.currentThread().join();
  }

  static OtherProcess on(Path home) throws IOException {
    var process = OtherJvm.start(OtherProcess.class, Map.of(), home.toString());
    var other = new OtherProcess(process);
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
    String said = OtherJvm.readUntil(process, "READY");
    if (!said.contains("READY")) {
      throw new IllegalStateException("ended before it was ready: " + said);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
