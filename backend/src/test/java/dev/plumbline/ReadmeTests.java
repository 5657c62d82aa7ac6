package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTests {

  private static final Path README = Path.of("../README.md");

  @Test
  void bothCommandsStandInTheFirstSixtyLines() throws IOException {
    assertThat(Files.readAllLines(README).subList(0, 60))
        .contains("mvn spring-boot:run", "mvn verify");
  }

  @Test
  void theCiRunsTheTestCommandOfTheReadme() throws IOException {
    assertThat(Files.readString(Path.of("../.ci/run")).lines().toList().getLast())
        .endsWith(" verify");
  }
}
