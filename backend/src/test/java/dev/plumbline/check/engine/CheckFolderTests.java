package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.Outcome.Offence;
import dev.plumbline.check.Verdict;
import dev.plumbline.check.catalogue.CheckFile;
import dev.plumbline.inventory.fact.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every check folder; {@code -Dcheck=workload/pod} or {@code -Dcheck=pod-priv} picks some. */
class CheckFolderTests {

  private static final List<Fact> FACTS = AllFacts.list();
  private static final Conduct CONDUCT = new Conduct(new Vocabulary(FACTS), FACTS);
  private static final Compiler COMPILER = EngineConfiguration.compiler(FACTS);

  @TestFactory
  Stream<DynamicContainer> folders() throws IOException {
    String picked =
        System.getProperty("check", System.getenv().getOrDefault("PLUMBLINE_CHECK", ""));
    Resource[] files =
        new PathMatchingResourcePatternResolver().getResources("classpath*:checks/*/*/check.yaml");
    return Arrays.stream(files)
        .map(CheckFolderTests::path)
        .filter(path -> path.startsWith(picked) || path.contains("/" + picked))
        .sorted()
        .map(path -> dynamicContainer(path, tests(path)));
  }

  private static Stream<DynamicTest> tests(String path) {
    if (!rule(path).check().notCollected().isEmpty()) {
      return Stream.of(dynamicTest("is always unknown", () -> unknown(path)));
    }
    return Stream.of(
        dynamicTest("compiles", () -> rule(path)),
        dynamicTest("announces every offence in fail.yaml", () -> each(path, "fail")),
        dynamicTest("finds nothing in pass.yaml", () -> each(path, "pass")),
        dynamicTest("needs what it touches", () -> needs(rule(path))),
        dynamicTest("asks for optional fields with a question mark", () -> optional(rule(path))));
  }

  private static String path(Resource file) {
    try {
      String path = file.getURL().getPath();
      return path.substring(path.lastIndexOf("/checks/") + 8, path.lastIndexOf('/'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String path, String file) {
    String name = "/checks/" + path + "/" + file;
    try (var in = CheckFolderTests.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rule rule(String path) {
    return COMPILER.compile(
        CheckFile.parse("checks/" + path + "/check.yaml", text(path, "check.yaml")));
  }

  /** The one fixture there must be, and those for other versions or other clusters. */
  private static void each(String path, String beginning) throws IOException {
    Map<String, Fixture> fixtures = FixtureFiles.of(path, beginning);
    assertThat(fixtures).as(path).containsKey(beginning + ".yaml");
    fixtures.forEach((file, fixture) -> judged(path + "/" + file, rule(path), fixture));
  }

  private static void judged(String file, Rule rule, Fixture fixture) {
    if (file.contains("/fail")) {
      fails(file, fixture, fixture.judged(rule, FACTS));
    } else {
      passes(file, fixture.judged(rule, FACTS));
    }
  }

  private static void fails(String path, Fixture fixture, CheckResult result) {
    assertThat(fixture.offences()).as("%s: announced", path).isNotEmpty();
    assertThat(messages(result))
        .as("%s: offences found, against those announced by '# !'", path)
        .containsExactlyInAnyOrderElementsOf(fixture.offences());
    List<String> unknown = unknown(result);
    assertThat(unknown)
        .as("%s: cannot be judged, against those announced by '# ?'", path)
        .hasSize(fixture.unknowns().size());
    for (String announced : fixture.unknowns()) {
      assertThat(unknown).anySatisfy(detail -> assertThat(detail).contains(announced));
    }
  }

  private static void unknown(String path) {
    CheckResult result = Fixture.of("").judged(rule(path), FACTS);
    assertThat(result.state()).isEqualTo(CheckResult.State.UNKNOWN);
    assertThat(result.detail()).isEqualTo(rule(path).check().notCollected());
  }

  private static void passes(String path, CheckResult result) {
    assertThat(messages(result)).as("%s: offences", path).isEmpty();
    assertThat(unknown(result)).as("%s: cannot be judged", path).isEmpty();
    assertThat(result.tally().passed()).as("%s: objects in scope", path).isPositive();
  }

  private static List<String> messages(CheckResult result) {
    return result.verdicts().stream()
        .map(Verdict::outcome)
        .filter(Outcome.Fail.class::isInstance)
        .flatMap(outcome -> ((Outcome.Fail) outcome).offences().stream())
        .map(Offence::message)
        .toList();
  }

  private static List<String> unknown(CheckResult result) {
    return result.verdicts().stream()
        .map(Verdict::outcome)
        .filter(Outcome.Unknown.class::isInstance)
        .map(outcome -> ((Outcome.Unknown) outcome).detail())
        .toList();
  }

  private static void needs(Rule rule) {
    assertThat(CONDUCT.unknownNeeds(rule)).as("%s: words in needs", rule.check().id()).isEmpty();
    assertThat(CONDUCT.missingNeeds(rule))
        .as("%s: what is touched and not in needs", rule.check().id())
        .isEmpty();
  }

  private static void optional(Rule rule) {
    assertThat(CONDUCT.bare(rule))
        .as("%s: fields that may be absent, selected without '?'", rule.check().id())
        .isEmpty();
  }
}
