package dev.plumbline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ComposeTests {

  private static final Path FILE = Path.of("../docker-compose.yml");

  @Test
  void noPasswordIsKnownBeforehand() throws IOException {
    for (String service : new String[] {"database", "plumbline"}) {
      services().at(service).at("environment").content().forEach(ComposeTests::isNoSecret);
    }
  }

  @Test
  void theDatabaseIsNotReachableFromOutsideAndTheProductFromThisMachineOnly() throws IOException {
    assertThat(services().at("database").get("ports")).isNull();
    assertThat(String.valueOf(services().at("plumbline").get("ports"))).startsWith("[127.0.0.1:");
  }

  @Test
  void whatRunsOnIsWatched() throws IOException {
    assertThat(services().at("database").get("healthcheck")).isNotNull();
    assertThat(services().at("plumbline").get("healthcheck")).isNotNull();
  }

  @Test
  void theRolesComeFromTheOneScript() throws IOException {
    assertThat(String.valueOf(services().at("database").get("volumes")))
        .contains("./db/roles.sql:");
    assertThat(Path.of("../db/roles.sql")).exists();
  }

  private static void isNoSecret(Object name, Object value) {
    if (name.toString().matches(".*(PASSWORD|TOKEN)(_FILE)?")) {
      assertThat(value.toString())
          .as(name.toString())
          .matches(name.toString().endsWith("_FILE") ? "/secrets/.+" : "\\$\\{\\w+:-}");
    }
  }

  private static Yaml services() throws IOException {
    return Yaml.documents(Files.readString(FILE)).getFirst().at("services");
  }
}
