package dev.plumbline.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plumbline.web.pages.SamplePages.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PagesTests {

  private static final Set<String> FIELDS = Set.of("input", "select", "textarea");
  private static final Set<String> UNLABELLED = Set.of("hidden", "submit");

  private final SamplePages pages = new SamplePages();

  @TestFactory
  Stream<DynamicTest> everyPageRendersFromEachOfItsSamples() throws IOException {
    return SamplePages.pages().stream().flatMap(this::testsOf);
  }

  private Stream<DynamicTest> testsOf(String page) {
    try {
      var samples = SamplePages.samples(page);
      assertThat(samples).as(page + " has a sample").isNotEmpty();
      return samples.stream().map(s -> dynamicTest(s.name(), () -> check(s)));
    } catch (IOException e) {
      throw new IllegalStateException(page, e);
    }
  }

  private void check(Sample sample) throws IOException {
    var source = pages.render(sample, "light");
    keep(sample, source);
    var html = Html.parse(source);
    staysWithinThePolicy(html);
    isAWholeDocument(html);
    labelsItsFields(html);
    assertThat(source).doesNotContain("<script>alert(1)", "<img src=x");
  }

  private static void staysWithinThePolicy(Html html) {
    assertThat(html.all(e -> e.has("style") || e.name().equals("style"))).isEmpty();
    assertThat(html.all(e -> e.name().equals("script") && !e.has("src"))).isEmpty();
    assertThat(html.all(e -> e.attributes().keySet().stream().anyMatch(a -> a.startsWith("on"))))
        .isEmpty();
    assertThat(html.all(e -> e.get("href").strip().toLowerCase().startsWith("javascript:")))
        .isEmpty();
    assertThat(html.all(e -> e.attributes().keySet().stream().anyMatch(a -> a.startsWith("th:"))))
        .as("left over from the template")
        .isEmpty();
  }

  private static void isAWholeDocument(Html html) {
    assertThat(html.named("html"))
        .singleElement()
        .satisfies(e -> assertThat(e.get("lang")).isEqualTo("en"));
    assertThat(html.named("title")).hasSize(1);
    assertThat(html.named("h1")).hasSize(1);
    assertThat(html.named("main")).hasSize(1);
    var ids = html.all(e -> e.has("id")).stream().map(e -> e.get("id")).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(html.named("table").stream().filter(t -> !t.inside().contains("figure")))
        .hasSameSizeAs(html.named("caption"));
    assertThat(ids).containsAll(pointedAt(html));
  }

  private static Set<String> pointedAt(Html html) {
    var ids = new HashSet<String>();
    for (var attribute : List.of("for", "aria-labelledby", "aria-describedby")) {
      html.all(e -> e.has(attribute))
          .forEach(e -> ids.addAll(List.of(e.get(attribute).split(" "))));
    }
    html.all(e -> e.get("href").matches("#.+")).forEach(e -> ids.add(e.get("href").substring(1)));
    return ids;
  }

  private static void labelsItsFields(Html html) {
    var labelled = html.named("label").stream().map(l -> l.get("for")).collect(Collectors.toSet());
    assertThat(
            html.all(e ->
                FIELDS.contains(e.name())
                    && !UNLABELLED.contains(e.get("type"))
                    && !e.inside().contains("label")
                    && !e.has("aria-label")
                    && !labelled.contains(e.get("id"))))
        .as("fields without a label")
        .isEmpty();
  }

  private static void keep(Sample sample, String source) throws IOException {
    var folder = Files.createDirectories(Path.of("target/pages"));
    Files.writeString(folder.resolve(sample.name() + ".html"), source);
  }

  @Test
  void anUnknownPropertyOfASampleIsRefused() {
    assertThatThrownBy(() -> SamplePages.bind("surprise: 1", Link.class))
        .hasMessageContaining("surprise");
  }
}
