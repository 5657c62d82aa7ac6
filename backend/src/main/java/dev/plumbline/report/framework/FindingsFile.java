package dev.plumbline.report.framework;

import dev.plumbline.finding.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The whole population of a report as CSV (RFC 4180); no cell is a formula to a spreadsheet. */
final class FindingsFile {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "control",
              "cluster",
              "check",
              "severity",
              "namespace",
              "group",
              "kind",
              "name",
              "observed",
              "since",
              "finding",
              "excepted_until")
          .get();

  private FindingsFile() {}

  static byte[] of(List<Controls.Row> rows, Material material) {
    var out = new StringWriter();
    try (var printer = new CSVPrinter(out, FORMAT)) {
      for (var row : rows) {
        printer.printRecord(cells(row, material).stream().map(FindingsFile::inert).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> cells(Controls.Row row, Material material) {
    Finding finding = row.finding();
    return List.of(
        row.control().control().id(),
        material.name(finding.cluster()),
        finding.check(),
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.subject().namespace(),
        finding.subject().kind().group(),
        finding.subject().kind().name(),
        finding.subject().name(),
        Controls.observed(finding),
        finding.openedAt().toString(),
        finding.id().toString(),
        material.accepted().of(finding).map(one -> one.expiresAt().toString()).orElse(""));
  }

  /** An apostrophe before what a spreadsheet would calculate. */
  static String inert(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
