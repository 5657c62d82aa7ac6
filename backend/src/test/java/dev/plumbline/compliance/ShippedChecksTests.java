package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.catalogue.CheckFolders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShippedChecksTests {

  private final Frameworks frameworks = World.FRAMEWORKS;
  private final Catalogue catalogue = CheckFolders.load();

  @Test
  void everyItemACheckNamesExists() {
    Set<String> items =
        frameworks.all().stream()
            .flatMap(framework -> framework.controls().stream())
            .flatMap(control -> control.benchmark().stream())
            .collect(Collectors.toSet());
    assertThat(catalogue.all())
        .flatExtracting(Check::benchmark)
        .as("items that checks name in their benchmark key")
        .isSubsetOf(items);
  }

  @Test
  void everyItemTheMachineJudgesHasAChecksNameOrAListedIdeas() {
    Set<String> named =
        catalogue.all().stream()
            .flatMap(check -> check.benchmark().stream())
            .collect(Collectors.toSet());
    assertThat(frameworks.all())
        .filteredOn(framework -> framework.type() == Framework.Type.BENCHMARK)
        .flatExtracting(Framework::controls)
        .filteredOn(control -> control.kind().machineCheckable())
        .allSatisfy(control ->
            assertThat(
                    control.benchmark().stream().anyMatch(named::contains)
                        || !control.mapping().plus().isEmpty())
                .as(control.benchmark() + " " + control.topic())
                .isTrue());
  }

  @Test
  void itemsOfOtherEditionsThatControlsPointAtExist() {
    Set<String> own =
        frameworks.all().stream()
            .filter(framework -> framework.type() == Framework.Type.BENCHMARK)
            .flatMap(framework ->
                framework.controls().stream().map(control -> framework.id() + "/" + control.id()))
            .collect(Collectors.toSet());
    assertThat(frameworks.all())
        .flatExtracting(Framework::controls)
        .flatExtracting(Control::benchmark)
        .filteredOn(name -> name.startsWith("cis-"))
        .isSubsetOf(own);
  }

  @Test
  void everyCheckServesAKnownObjective() {
    assertThat(catalogue.all())
        .extracting(Check::objective)
        .allMatch(objective -> frameworks.objective(objective).isPresent());
  }

  @Test
  void checksAndConceptsAgreeOnObjectiveSeverityAndFamily() {
    var concepts = concepts();
    assertThat(catalogue.all())
        .filteredOn(check -> concepts.containsKey(check.id()))
        .allSatisfy(check -> assertThat(facts(check)).isEqualTo(facts(concepts.get(check.id()))));
  }

  private Map<String, Concept> concepts() {
    return frameworks.concepts().stream()
        .collect(Collectors.toMap(Concept::id, Function.identity()));
  }

  private static List<Object> facts(Check check) {
    return List.of(check.id(), check.objective(), check.severity(), check.family());
  }

  private static List<Object> facts(Concept concept) {
    return List.of(concept.id(), concept.objective(), concept.severity(), concept.family());
  }
}
