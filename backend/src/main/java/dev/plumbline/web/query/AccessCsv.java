package dev.plumbline.web.query;

import dev.plumbline.inventory.fact.rbac.Binding;
import dev.plumbline.inventory.fact.rbac.Rule;
import dev.plumbline.inventory.fact.rbac.Subject;
import dev.plumbline.inventory.fact.rbac.path.Path;
import dev.plumbline.inventory.fact.rbac.path.Step;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes who may do what as CSV (RFC 4180), a line for each subject and rule, for somebody to go
 * through and sign; no cell begins as a formula.
 */
public final class AccessCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setQuoteMode(QuoteMode.ALL)
          .setHeader(
              "cluster",
              "group",
              "subject_kind",
              "subject_namespace",
              "subject",
              "where",
              "verbs",
              "resources",
              "only_named",
              "binding",
              "steps_to_administrator",
              "path",
              "blocked_path",
              "blocked_by",
              "keep",
              "reviewed_by")
          .get();

  private AccessCsv() {}

  public static void write(AccessMap map, String cluster, Writer out) throws IOException {
    try (var printer = new CSVPrinter(out, FORMAT)) {
      for (Binding binding : map.rbac().bindings()) {
        for (Subject subject : binding.subjects()) {
          Optional<Path> path = map.escalations().from(subject);
          Optional<Path> blocked = map.escalations().blocked(subject);
          for (Rule rule : binding.rules()) {
            line(printer, map, cluster, binding, subject, rule, path, blocked);
          }
        }
      }
    }
  }

  private static void line(
      CSVPrinter printer,
      AccessMap map,
      String cluster,
      Binding binding,
      Subject subject,
      Rule rule,
      Optional<Path> path,
      Optional<Path> blocked)
      throws IOException {
    Stream<String> cells =
        Stream.of(
            cluster,
            map.escalations().platform(subject) ? "distribution" : "own",
            subject.kind(),
            subject.namespace(),
            subject.name(),
            AccessWords.where(binding),
            String.join(", ", rule.verbs()),
            AccessWords.resources(rule),
            String.join(", ", rule.resourceNames()),
            AccessWords.by(binding),
            path.map(it -> Integer.toString(it.length())).orElse(""),
            path.map(AccessCsv::words).orElse(""),
            blocked.map(AccessCsv::words).orElse(""),
            blocked.map(Path::blocked).orElse(""),
            "",
            "");
    printer.printRecord(cells.map(AccessCsv::inert));
  }

  private static String words(Path path) {
    return path.steps().stream().map(Step::what).collect(Collectors.joining(" "));
  }

  /** A leading sign would make a spreadsheet compute the cell. */
  static String inert(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
