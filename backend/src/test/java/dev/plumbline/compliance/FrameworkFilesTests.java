package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameworkFilesTests {

  private static final String LAW =
      """
      id: law
      name: Law
      edition: "1"
      type: regulation
      mapping_version: "1.0.0"
      mapping_date: "2026-11-22"
      status: In force.
      licence: Own words.
      link: https://example.org/
      provider_notes:
        house: {eks: Amazon, gke: Google, aks: Microsoft}
      sections:
        - {id: "1", topic: Houses}
      controls:
        - id: "1.1"
          parent: "1"
          topic: Doors are closed
          kind: partial
          objectives: [closed-doors]
          evidence: Doors that stand open.
          ask: Who holds keys.
          provider: house
          confidence: judged
      """;

  private static final String NORM =
      """
      id: norm
      name: Norm
      edition: "1"
      type: benchmark
      benchmark: norm
      mapping_version: "1.0.0"
      mapping_date: "2026-11-22"
      status: In force.
      licence: Own words.
      link: https://example.org/
      sections: [{id: "1", topic: Houses}]
      controls:
        - {id: "1.1", parent: "1", topic: Doors, kind: evidence, evidence: Seen}
        - {id: "1.2", parent: "1", topic: Windows, kind: evidence, evidence: Seen}
      """;
  private static final String EDITION =
      """
      id: second
      name: Norm
      edition: "2"
      type: benchmark
      benchmark: second
      based_on: norm
      mapping_version: "1.0.0"
      mapping_date: "2026-11-22"
      status: In force.
      licence: Own words.
      link: https://example.org/
      renumbered: {"1.2": "1.10"}
      controls:
        - {id: "1.2", parent: "1", topic: Roofs, kind: evidence, evidence: Seen}
      """;

  @Test
  void aRegulationIsReadWithAllItsWords() {
    Control control =
        Small.read("law", LAW).find("law").flatMap(law -> law.control("1.1")).orElseThrow();
    assertThat(control.mapping().objectives()).containsExactly("closed-doors");
    assertThat(control.provider()).containsEntry("gke", "Google");
    assertThat(control.kind()).isEqualTo(ControlKind.PARTIAL);
  }

  @Test
  void checksOfABenchmarkPointAtItsPrefixAndTheControl() {
    String benchmark =
        """
        id: law
        name: Law
        edition: "1"
        type: benchmark
        benchmark: norm
        mapping_version: "1.0.0"
        mapping_date: "2026-11-22"
        status: In force.
        licence: Own words.
        link: https://example.org/
        sections: [{id: "1", topic: Houses}]
        controls:
          - {id: "1.1", parent: "1", topic: Doors, kind: evidence, evidence: Seen}
          - {id: "1.2", parent: "1", topic: Doors, kind: evidence, evidence: Seen, benchmark: [old/1]}
        """;
    assertThat(Small.read("law", benchmark).find("law").orElseThrow().controls())
        .flatExtracting(Control::benchmark)
        .containsExactly("norm/1.1", "old/1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          objectives: [closed-doors] | objectives: [open-doors]  | law.yaml, controls[0] 1.1: "objectives" does not know "open-doors"
          ask: Who holds keys.       | plus: [door-shut]         | law.yaml, controls[0] 1.1: "plus" does not know "door-shut"
          ask: Who holds keys.       | minus: [door-shut]        | law.yaml, controls[0] 1.1: "minus" does not know "door-shut"
          ask: Who holds keys.       | asks: Who?                | law.yaml, controls[0] 1.1: "asks" is not a known key
          kind: partial              | kind: perhaps             | law.yaml, controls[0] 1.1: "kind" does not know "perhaps"
          kind: partial              | kind: manual              | law.yaml, controls[0] 1.1: "kind" evidence and partial want objectives or plus, the others neither
          provider: house            | provider: garden          | law.yaml, controls[0] 1.1: "provider" names no provider note: garden
          confidence: judged         | confidence: sure          | law.yaml, controls[0] 1.1: "confidence" must be sourced or judged
          confidence: judged         | sourced_pairs: -1         | law.yaml, controls[0] 1.1: "confidence" is missing
          topic: Doors are closed    | type: required            | law.yaml, controls[0] 1.1: "topic" is missing
          parent: "1"                | parent: "2"               | law.yaml: "controls" has no parent "2" for "1.1"
          parent: "1"                | parent: "1.1"             | law.yaml: "parent" goes in a circle at "1.1"
          {id: "1", topic: Houses}   | {id: "1.1", topic: Houses} | law.yaml: "controls" has the id "1.1" twice
          edition: "1"               | edition: 1                | law.yaml: "edition" must be text; write it in quotes
          - id: "1.1"                | - id: 1.10                | law.yaml, controls[0] 1.10: "id" must be text; write it in quotes
          mapping_date: "2026-11-22" | mapping_date: "soon"      | law.yaml: "mapping_date" must be a date such as 2026-01-31
          id: law                    | id: norm                  | law.yaml: "id" must be the file's name
          edition: "1"               | name: Again               | law.yaml: "name" stands twice
          """)
  void aMistakeIsNamedByFileAndKey(String right, String wrong, String message) {
    String yaml = LAW.replace(right, wrong);
    assertThat(yaml).isNotEqualTo(LAW);
    assertThatThrownBy(() -> Small.read("law", yaml))
        .isInstanceOf(MalformedFramework.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aConceptWithoutAnObjectiveIsRefused() {
    assertThatThrownBy(() ->
            Frameworks.of(
                Map.of(
                    "objectives.yaml",
                    Small.OBJECTIVES,
                    "concepts.yaml",
                    Small.CONCEPTS.replace("objective: closed", "objective: open"))))
        .hasMessageStartingWith(
            "concepts.yaml, door-open: \"objective\" names no objective: open-doors");
  }

  @Test
  void aMissingFileOfWordsIsNamed() {
    assertThatThrownBy(() -> Frameworks.of(Map.of("objectives.yaml", Small.OBJECTIVES)))
        .hasMessageStartingWith("concepts.yaml: is missing");
  }

  @Test
  void anEditionIsToldByWhatDiffersFromAnother() {
    Framework second = Small.read("norm", NORM, EDITION).find("second").orElseThrow();
    assertThat(second.sections()).extracting(Framework.Section::topic).containsExactly("Houses");
    assertThat(second.controls())
        .extracting(Control::id, Control::topic, Control::benchmark)
        .containsExactly(
            tuple("1.1", "Doors", List.of("norm/1.1", "second/1.1")),
            tuple("1.2", "Roofs", List.of("second/1.2")),
            tuple("1.10", "Windows", List.of("norm/1.2", "second/1.10")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          based_on: norm | based_on: law    | second.yaml: "based_on" names no framework that stands by itself: law
          "1.2": "1.10"  | "1.3": "1.10"    | second.yaml: "renumbered" names no control of norm: 1.3
          "1.2": "1.10"  | "1.2": 1.10      | second.yaml: "renumbered" must hold texts; write them in quotes
          based_on: norm | sections: []     | second.yaml: "renumbered" is not a known key
          """)
  void aMistakeInAnEditionIsNamed(String right, String wrong, String message) {
    String yaml = EDITION.replace(right, wrong);
    assertThat(yaml).isNotEqualTo(EDITION);
    assertThatThrownBy(() -> Small.read("norm", NORM, yaml)).hasMessageStartingWith(message);
  }
}
