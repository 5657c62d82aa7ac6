package dev.plumbline.inventory.fact.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Real policies of Kyverno, read from a folder beside the project: how many are run. */
@EnabledIfEnvironmentVariable(
    named = "PLUMBLINE_KYVERNO",
    matches = ".+",
    disabledReason = "PLUMBLINE_KYVERNO does not name a folder of policies")
class KyvernoLibraryTests {

  private static final String SHOP =
      Engines.namespace("shop", "team: a")
          + Engines.webhook("kyverno-resource-validating-webhook-cfg", "");

  @Test
  void whatIsInForceIsRunOrSaysWhyNot() throws IOException {
    var lines = new TreeMap<String, String>();
    for (Path file : policies()) {
      for (InForce policy : in(Files.readString(file))) {
        assertThat(policy.about().isEmpty() || !policy.why().isEmpty())
            .as(file.toString())
            .isTrue();
        lines.merge(file.getFileName() + "", told(policy), (one, two) -> one + "\n    " + two);
      }
    }
    lines.forEach((file, line) -> System.out.println(file + "\n    " + line));
    long all = lines.values().stream().mapToLong(it -> it.lines().count()).sum();
    long run =
        lines.values().stream().flatMap(String::lines).filter(it -> !it.contains("NOT:")).count();
    System.out.println("rules on pods: " + all + ", run: " + run);
    assertThat(lines).isNotEmpty();
  }

  private static String told(InForce policy) {
    return policy.why().isEmpty()
        ? "stops " + policy.stops() + " partly " + policy.partly()
        : "NOT: " + policy.why() + " about " + policy.about();
  }

  private static List<InForce> in(String yaml) {
    String enforced = yaml.replaceAll("(?i)(failureAction): *audit", "$1: Enforce");
    var namespaces = Admission.of(Manifests.snapshot(SHOP + "---\n" + enforced));
    return Objects.requireNonNull(namespaces.get("shop")).policies();
  }

  private static List<Path> policies() throws IOException {
    Path folder = Path.of(Objects.requireNonNull(System.getenv("PLUMBLINE_KYVERNO")));
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") && !file.toString().contains("/."))
          .filter(KyvernoLibraryTests::rules)
          .sorted()
          .toList();
    }
  }

  private static boolean rules(Path file) {
    try {
      String text = Files.readString(file);
      return text.contains("kind: ClusterPolicy") && text.contains("validate:");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
