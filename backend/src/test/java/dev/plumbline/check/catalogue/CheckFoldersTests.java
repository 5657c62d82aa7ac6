package dev.plumbline.check.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CheckFoldersTests {

  /** Concepts of which a part is a check of its own. */
  private static final Map<String, String> PARTS =
      Map.of(
          "proc-mount-user-namespace", "kernel-confinement low workload",
          "gateway-tls", "edge-transport-encryption medium network");

  @Test
  void findsTheFoldersOnTheClassPath() {
    Catalogue catalogue = CheckFolders.load();
    assertThat(catalogue.find("pod-privileged"))
        .hasValueSatisfying(check -> assertThat(check.family()).isEqualTo("workload"));
    assertThat(catalogue.all()).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
  }

  @Test
  void leavesNamesThatBeginWithOwnToOrganisations() {
    for (Check check : CheckFolders.load().all()) {
      assertThat(check.own()).as(check.id()).isFalse();
      assertThat(check.aliases()).as(check.id()).noneMatch(alias -> alias.startsWith(Check.OWN));
    }
  }

  @Test
  void changesTheVersionWhenACheckChanges() {
    Check one = check("one", "");
    assertThat(CheckFolders.catalogue(List.of(one)).version())
        .isEqualTo(CheckFolders.catalogue(List.of(check("one", ""))).version())
        .isNotEqualTo(CheckFolders.catalogue(List.of(check("two", ""))).version());
  }

  @Test
  void refusesAnIdThatIsTheAliasOfAnotherCheck() {
    assertThatThrownBy(() -> CheckFolders.catalogue(List.of(check("one", ""), check("two", "one"))))
        .hasMessageContaining("'one' names two checks");
  }

  @Test
  void findsACheckByItsFormerName() {
    assertThat(CheckFolders.catalogue(List.of(check("new", "old"))).find("old"))
        .hasValueSatisfying(check -> assertThat(check.id()).isEqualTo("new"));
  }

  @Test
  void agreesWithTheVocabularyOfSeveritiesObjectivesAndFamilies() throws IOException {
    Map<String, String> vocabulary = vocabulary();
    var wrong = new TreeMap<String, String>();
    for (Check check : CheckFolders.load().all()) {
      String said = said(check);
      String wanted =
          vocabulary.getOrDefault(check.id(), PARTS.getOrDefault(check.id(), "unknown"));
      if (!said.equals(wanted)) {
        wrong.put(check.id(), said + " instead of " + wanted);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String said(Check check) {
    return String.join(
        " ", check.objective(), check.severity().name().toLowerCase(), check.family());
  }

  private static Map<String, String> vocabulary() throws IOException {
    String shared = System.getenv("PLUMBLINE_SHARED");
    assumeThat(shared).as("PLUMBLINE_SHARED names the folder of concepts").isNotNull();
    Path file = Path.of(shared, "compliance", "concept-objectives.csv");
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser csv = format.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      return csv.stream()
          .collect(Collectors.toMap(row -> row.get("concept"), CheckFoldersTests::wanted));
    }
  }

  private static String wanted(CSVRecord row) {
    return String.join(" ", row.get("objective"), row.get("severity"), row.get("family"));
  }

  private static Check check(String id, String alias) {
    String aliases = alias.isEmpty() ? "" : "aliases: [" + alias + "]\n";
    return CheckFile.parse(
        "checks/workload/" + id + "/check.yaml",
        """
        title: t
        severity: low
        objective: o
        why: w
        applies_to: [Pod]
        needs: [Pod]
        offenders: '[]'
        message: '"m"'
        fix: {text: f}
        """
            + aliases);
  }
}
