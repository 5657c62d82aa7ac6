package dev.plumbline.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Only one place sets the tenant, and only until the transaction ends. */
class TenantVariableTests {

  private static final Path BASE = Path.of(System.getProperty("basedir", "."));
  private static final Pattern SETS =
      Pattern.compile(
          "set_config\\s*\\(|\\bset\\s+(local\\s+|session\\s+)?app\\.|(?<!current_setting\\(')app\\.tenant"
              + "|\\breset\\s+(all|app\\.)|\\bset\\s+(session\\s+)?(role|authorization)\\b",
          Pattern.CASE_INSENSITIVE);

  private static List<String> setting(Path root) {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> Stream.of(".java", ".sql", ".yaml").anyMatch(file.toString()::endsWith))
          .filter(file -> SETS.matcher(code(file)).find())
          .map(file -> file.getFileName().toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String code(Path file) {
    try {
      return Files.readString(file)
          .replaceAll("(?s)/\\*.*?\\*/", "")
          .replaceAll("(?m)(--|//).*$", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theProductSetsTheTenantInOnePlace() {
    assertThat(setting(BASE.resolve("src/main"))).containsExactly("TenantBinding.java");
  }

  @Test
  void noMigrationSetsIt() {
    assertThat(setting(BASE.resolve("../db"))).isEmpty();
  }

  @Test
  void everyWayOfSettingItIsSeen() {
    assertThat(
            List.of(
                "select set_config('x', 'y', true)",
                "SET LOCAL app.tenant = 'x'",
                "set app.tenant to 'x'",
                "set session app.tenant = 'x'",
                "reset all",
                "set role plumbline_owner"))
        .allMatch(text -> SETS.matcher(text).find());
    assertThat(SETS.matcher("current_setting('app.tenant', true)").find()).isFalse();
  }
}
