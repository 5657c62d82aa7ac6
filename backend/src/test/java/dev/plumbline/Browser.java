package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one Chromium that serves all tests; it ends with the JVM. */
public final class Browser {

  /** For every wait: machines may be busy. */
  public static final double PATIENCE_MS = 120_000;

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");
  private static final List<String> SWITCHES =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static com.microsoft.playwright.@Nullable Browser running;

  private Browser() {}

  /** The running browser; skips the test where there is none, and fails in CI. */
  public static synchronized com.microsoft.playwright.Browser get() {
    if (running == null) {
      running = launch(executable());
    }
    return running;
  }

  private static Path executable() {
    var found = find();
    if (found.isEmpty()) {
      assertThat(System.getenv("CI")).as("CI needs a Chromium on the PATH").isNull();
      abort("no Chromium on the PATH");
    }
    return found.orElseThrow();
  }

  private static Optional<Path> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static com.microsoft.playwright.Browser launch(Path executable) {
    var environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright
        .chromium()
        .launch(
            new LaunchOptions()
                .setExecutablePath(executable)
                .setTimeout(PATIENCE_MS)
                .setArgs(SWITCHES));
  }
}
