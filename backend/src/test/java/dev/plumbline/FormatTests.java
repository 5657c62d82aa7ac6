package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormatTests {

  private static final Path SOURCES = Path.of("src");
  private static final Path FRONTEND = Path.of("../frontend");
  private static final int LONGEST = 400;

  @Test
  void everyJavaFileIsFormattedByGoogleJavaFormat() throws IOException {
    var formatter = new Formatter();
    assertThat(files(SOURCES, ".java").filter(file -> !formatted(formatter, file)).toList())
        .as("run google-java-format over these")
        .isEmpty();
  }

  @Test
  void noFileIsLongerThanFourHundredLines() throws IOException {
    var sources =
        Stream.concat(
            files(SOURCES, ".java"), files(FRONTEND, ".html", ".css", ".js", ".txt", ".yaml"));
    assertThat(sources.filter(file -> lines(file) > LONGEST).toList())
        .as("split these by responsibility")
        .isEmpty();
  }

  private static Stream<Path> files(Path root, String... endings) throws IOException {
    if (!Files.isDirectory(root)) {
      return Stream.of();
    }
    try (var all = Files.walk(root)) {
      return all
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .filter(file -> !file.toString().contains("/assets/"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static boolean formatted(Formatter formatter, Path file) {
    try {
      String source = Files.readString(file);
      return formatter.formatSource(source).equals(source);
    } catch (IOException | FormatterException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  private static int lines(Path file) {
    try {
      return List.of(Files.readString(file).split("\n", -1)).size() - 1;
    } catch (IOException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
