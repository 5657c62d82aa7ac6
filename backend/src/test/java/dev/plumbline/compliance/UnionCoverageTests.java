package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.catalogue.CheckFolders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What becomes of every idea that some tool of this field checks. */
class UnionCoverageTests {

  private static final int ROWS = 305;

  /** Manual rows that no benchmark numbers: each is asked under these controls' objective. */
  private static final String ASKED = "asked by the controls that want ";

  private final Catalogue catalogue = CheckFolders.load();
  private final Frameworks frameworks = Frameworks.shipped();

  @Test
  void everyRowIsAFolderAManualControlANodeControlOrHasItsReason() {
    Map<String, Integer> counts = new TreeMap<>();
    List<String> without = new ArrayList<>();
    for (Concept concept : frameworks.concepts()) {
      Optional<String> answer = answer(concept);
      answer.ifPresentOrElse(
          it -> counts.merge(it.substring(0, it.indexOf(' ')), 1, Integer::sum),
          () -> without.add(concept.id()));
      System.out.printf("%-40s %s%n", concept.id(), answer.orElse("NO ANSWER"));
    }
    System.out.println(counts);
    assertThat(frameworks.concepts()).hasSize(ROWS);
    assertThat(without).isEmpty();
  }

  @Test
  void everyItemThatAnswersAnIdeaIsANodeControlOfABenchmark() {
    for (Concept concept : frameworks.concepts()) {
      assertThat(concept.nodeItems())
          .as(concept.id())
          .allSatisfy(item -> assertThat(control(item)).as(item).isPresent());
    }
  }

  private Optional<String> answer(Concept concept) {
    return folder(concept)
        .or(() -> byPerson(concept))
        .or(() -> byNode(concept))
        .or(() -> elsewhere(concept));
  }

  private Optional<String> folder(Concept concept) {
    return catalogue.find(concept.id()).map(check -> folder(concept, check));
  }

  private static String folder(Concept concept, Check check) {
    String path = check.family() + "/" + check.id();
    String alias = check.id().equals(concept.id()) ? "" : ", as an alias";
    return check.notCollected().isEmpty()
        ? "folder " + path + alias
        : "not-collected " + path + ": " + check.notCollected();
  }

  /** A person must say: some framework's control asks for it. */
  private Optional<String> byPerson(Concept concept) {
    return concept.seenBy() == Sight.PERSON
        ? control(concept, control -> control.attestable())
            .map(control -> "manual control " + control)
            .or(() -> wantedByAttestable(concept))
        : Optional.empty();
  }

  private Optional<String> wantedByAttestable(Concept concept) {
    return frameworks.all().stream()
        .flatMap(framework ->
            framework.controls().stream()
                .filter(Control::attestable)
                .filter(control -> frameworks.concepts(control).contains(concept))
                .map(control -> framework.id() + "/" + control.id()))
        .findFirst()
        .map(control -> "manual " + ASKED + concept.objective() + ", such as " + control);
  }

  private Optional<String> control(Concept concept, java.util.function.Predicate<Control> which) {
    String topic = MANUAL.getOrDefault(concept.id(), "");
    return frameworks.find("cis-1.12").stream()
        .flatMap(framework -> framework.controls().stream())
        .filter(which)
        .filter(control -> control.id().equals(topic))
        .map(control -> "cis-1.12/" + control.id())
        .findFirst();
  }

  /** Manual rows by the benchmark's number. */
  private static final Map<String, String> MANUAL =
      Map.of(
          "external-secret-store", "5.4.2",
          "namespace-boundaries", "5.6.1",
          "user-client-cert-auth", "3.1.1",
          "user-sa-token-auth", "3.1.2",
          "user-bootstrap-token-auth", "3.1.3",
          "audit-policy-coverage", "3.2.2");

  private Optional<String> byNode(Concept concept) {
    if (concept.seenBy() != Sight.NODE) {
      return Optional.empty();
    }
    if (concept.nodeItems().isEmpty()) {
      return Optional.of(
          "node-reason " + concept.seenBy().explanation() + ", which none tells yet");
    }
    return concept.nodeItems().stream()
        .flatMap(item -> control(item).stream())
        .findFirst()
        .map(item -> "node control " + item);
  }

  private Optional<String> control(String item) {
    return frameworks.all().stream()
        .flatMap(framework -> framework.controls().stream())
        .filter(control -> control.kind() == ControlKind.NODE_ONLY)
        .filter(control -> control.benchmark().getFirst().equals(item))
        .map(control -> item)
        .findFirst();
  }

  private static Optional<String> elsewhere(Concept concept) {
    return concept.seenBy() == Sight.ADMISSION
        ? Optional.of("reason answered by the admission fact: " + concept.seenBy().explanation())
        : Optional.empty();
  }
}
