package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.compliance.NodeReport.Answer;
import dev.plumbline.tenant.Refused;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeBenchTests {

  static final String REPORT =
      """
      {"Controls": [
        {"id": "1", "version": "cis-1.12", "detected_version": "1.34", "text": "Control Plane",
         "node_type": "master", "tests": [
          {"section": "1.1", "pass": 1, "desc": "files", "results": [
            {"test_number": "1.1.1", "test_desc": "a", "test_info": ["b"], "status": "PASS",
             "actual_value": "permissions=600", "scored": true},
            {"test_number": "1.1.2", "status": "FAIL", "remediation": "chown"},
            {"test_number": "1.1.3", "status": "WARN", "audit_config": {"x": [1, 2]}}]}]},
        {"id": "4", "version": "cis-1.12", "tests": [
          {"section": "4.1", "results": [{"status": "INFO", "test_number": "4.1.1"}]}]}],
       "Totals": {"total_pass": 1}}
      """;

  @Test
  void numbersAndAnswersAreKeptAndNoText() {
    var parsed = read(REPORT);
    assertThat(parsed.benchmark()).isEqualTo("cis-1.12");
    assertThat(parsed.sections()).isEqualTo("1,4");
    assertThat(parsed.results())
        .containsEntry("1.1.1", Answer.PASS)
        .containsEntry("1.1.2", Answer.FAIL)
        .containsEntry("1.1.3", Answer.WARN)
        .containsEntry("4.1.1", Answer.INFO)
        .hasSize(4);
  }

  @Test
  void oneControlAloneAndAListOfThemAreReadToo() {
    String control =
        "{\"id\": \"4\", \"version\": \"cis-1.12\", \"tests\": [{\"results\":"
            + " [{\"test_number\": \"4.1.1\", \"status\": \"PASS\"}]}]}";
    assertThat(read(control).results()).hasSize(1);
    assertThat(read("[" + control + "]").results()).hasSize(1);
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"PASS\"|\"pass\"|Controls[0].tests[0].results[0].status",
        "\"FAIL\"|7|Controls[0].tests[0].results[1].status",
        "\"1.1.1\"|\"one\"|Controls[0].tests[0].results[0].test_number",
        "\"tests\": [|\"tests\": {\"a\": [|Controls[0].tests",
        "\"results\": [{\"status\"|\"results\": [[{\"status\"|Controls[1].tests[0].results[0]",
        "\"cis-1.12\", \"tests\"|\"rke2\", \"tests\"|Controls[1].version",
        "{\"Controls\": [|{\"Controls\": 7, \"x\": [|Controls",
      })
  void whatIsWrongIsNamed(String from, String to, String field) {
    String wrong = REPORT.replaceFirst(java.util.regex.Pattern.quote(from), to);
    assertThatThrownBy(() -> read(wrong))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }

  @Test
  void whatIsNoReportIsRefused() {
    for (String text :
        new String[] {"", "7", "{}", "{\"Controls\": []}", "{\"Controls\": [", "x"}) {
      assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(Refused.class);
    }
  }

  @Test
  void aReportWithoutEndIsCut() {
    var endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }
        };
    assertThatThrownBy(() -> KubeBench.read(KubeBench.bounded(endless)))
        .isInstanceOf(Refused.class);
  }

  private static NodeReport.Parsed read(String text) {
    return KubeBench.read(
        KubeBench.bounded(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }
}
