package dev.plumbline.check.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.check.Check;
import dev.plumbline.check.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckFileTests {

  private static final String PATH = "checks/workload/some-check/check.yaml";
  private static final String FILE =
      """
      title: Something is wrong
      severity: high
      objective: workload-privilege
      why: Because.
      applies_to: [Workload]
      needs: [Workload]
      offenders: workload.containers
      message: '"x"'
      fix: {text: Mend it., patch: "a: 1"}
      benchmark: [cis-1.12/5.10, pss/baseline/privileged]
      peers: {kubescape: [C-0057, C-0193], kube-bench: 1.20}
      """;

  @Test
  void readsEveryKey() {
    Check check = CheckFile.parse("/somewhere/" + PATH, FILE);
    assertThat(check.id()).isEqualTo("some-check");
    assertThat(check.family()).isEqualTo("workload");
    assertThat(check.severity()).isEqualTo(Severity.HIGH);
    assertThat(check.fix()).isEqualTo(new Check.Fix("Mend it.", "a: 1"));
    assertThat(check.links()).isEmpty();
  }

  @Test
  void keepsIdsThatLookLikeNumbersAsTheyAreWritten() {
    Check check = CheckFile.parse(PATH, FILE);
    assertThat(check.benchmark()).containsExactly("cis-1.12/5.10", "pss/baseline/privileged");
    assertThat(check.peers())
        .isEqualTo(Map.of("kubescape", List.of("C-0057", "C-0193"), "kube-bench", List.of("1.20")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title: Something is wrong     | titel: Something is wrong | title: is missing
          severity: high                | severity: grave           | severity: must be one of critical
          applies_to: [Workload]        | applies_to: Workload      | applies_to: must be a list of texts
          needs: [Workload]             | needs: []                 | needs: must not be empty
          needs: [Workload]             | needs: [{a: b}]           | needs: must be a list of texts
          why: Because.                 | why: [a]                  | why: must be text
          why: Because.                 | why: ""                   | why: must be text
          text: Mend it.                | text: Mend it., x: y      | fix.x: is not a known key
          fix: {text: Mend it.          | fix: {txt: Mend it.       | fix.text: is missing
          why: Because.                 | why: Because.\\nlevel: 1  | level: is not a known key
          why: Because.                 | why: Because.\\nwhy: x    | found duplicate key why
          1.20}                         | {a: b}}                   | peers.kube-bench: must be a list
          """)
  void namesFileAndKeyOfWhatIsWrong(String right, String wrong, String complaint) {
    String text = FILE.replace(right, wrong.replace("\\n", "\n"));
    assertThatThrownBy(() -> CheckFile.parse(PATH, text))
        .isInstanceOf(InvalidCheck.class)
        .hasMessageContaining(PATH)
        .hasMessageContaining(complaint);
  }

  @Test
  void refusesAFileElsewhere() {
    assertThatThrownBy(() -> CheckFile.parse("checks/some-check/check.yaml", FILE))
        .hasMessageContaining("is not at checks/<family>/<slug>/check.yaml");
  }
}
