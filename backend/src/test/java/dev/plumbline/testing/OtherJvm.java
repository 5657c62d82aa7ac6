package dev.plumbline.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The product, or another main class of the tests, in a JVM of its own. */
public final class OtherJvm {

  private static final String TESTS = "test-classes";
  private static final String NOTHING = "\0";

  private OtherJvm() {}

  /** Starts a main class with this JVM's class path; error output joins the output. */
  public static Process start(Class<?> main, Map<String, String> environment, String... arguments)
      throws IOException {
    return startWithout(NOTHING, main, environment, arguments);
  }

  /** The same, leaving out what stands in a class path entry that contains the text. */
  public static Process startWithout(
      String absent, Class<?> main, Map<String, String> environment, String... arguments)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(main, absent),
                main.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** The product gets its own class path, without the tests' classes and settings. */
  private static String classPath(Class<?> main, String absent) {
    boolean ofTheTests =
        main.getProtectionDomain().getCodeSource().getLocation().getPath().contains(TESTS);
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty() && (ofTheTests || !entry.contains(TESTS)))
        .filter(entry -> !entry.contains(absent))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Waits for the process to end and returns all it said. */
  public static String outputOf(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(120, TimeUnit.SECONDS);
    return output;
  }

  /** Reads on until a line contains the text, and returns everything read; stops at the end. */
  public static String readUntil(Process process, String text) throws IOException {
    var said = new StringBuilder();
    var reader = process.inputReader();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      said.append(line).append('\n');
      if (line.contains(text)) {
        return said.toString();
      }
    }
    return said.toString();
  }
}
