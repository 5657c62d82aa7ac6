package dev.plumbline.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import dev.plumbline.Browser;
import dev.plumbline.web.pages.SamplePages.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page's samples in a real browser; the pictures stay in {@code target/pictures}. */
class PagesIntegrationTests {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final String ONLY = System.getProperty("pages", "");

  private static SampleServer server;

  private final SamplePages pages = new SamplePages();

  /** One way to look at a page. */
  private record Look(String theme, int width) {}

  @BeforeAll
  static void start() throws IOException {
    Browser.get();
    server = new SampleServer();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyPageIsAccessibleFitsAndObeysThePolicy() throws IOException {
    return SamplePages.pages().stream()
        .filter(page -> ONLY.isEmpty() || List.of(ONLY.split(",")).contains(page))
        .flatMap(PagesIntegrationTests::samples)
        .map(s -> dynamicTest(s.name(), () -> looks(s).forEach(look -> check(s, look))));
  }

  private static Stream<Sample> samples(String page) {
    try {
      return SamplePages.samples(page).stream();
    } catch (IOException e) {
      throw new IllegalStateException(page, e);
    }
  }

  private static List<Look> looks(Sample sample) {
    return sample.number() == 0
        ? List.of(
            new Look("light", 1280),
            new Look("dark", 1280),
            new Look("light", 390),
            new Look("dark", 390))
        : List.of(new Look("light", 1280), new Look("dark", 390));
  }

  private void check(Sample sample, Look look) {
    var name = "%s-%s-%d".formatted(sample.name(), look.theme(), look.width());
    var address = server.serve(name, pages.render(sample, look.theme()));
    try (var context =
        Browser.get().newContext(new NewContextOptions().setViewportSize(look.width(), 900))) {
      var page = context.newPage();
      page.setDefaultTimeout(Browser.PATIENCE_MS);
      var complaints = new ArrayList<String>();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      page.navigate(address);
      page.evaluate("document.fonts.ready.then(() => 0)");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/pictures", name + ".png")));
      assertThat(complaints).as(name + ": what the browser says").isEmpty();
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as(name + " fits its width")
          .isTrue();
      accessible(page, name);
    }
  }

  private static void accessible(Page page, String name) {
    var found = new AxeBuilder(page).withTags(WCAG).setLegacyMode(true).analyze().getViolations();
    assertThat(
            found.stream()
                .map(rule ->
                    rule.getId()
                        + " "
                        + rule.getNodes().stream().map(n -> n.getHtml()).limit(3).toList())
                .toList())
        .as(name + ": what axe finds")
        .isEmpty();
  }
}
