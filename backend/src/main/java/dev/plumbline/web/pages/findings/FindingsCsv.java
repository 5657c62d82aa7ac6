package dev.plumbline.web.pages.findings;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.Outcome;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.FindingPage;
import dev.plumbline.finding.Findings;
import dev.plumbline.finding.Waiver;
import dev.plumbline.finding.WaiverBook;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.springframework.stereotype.Component;

/** Writes findings as CSV (RFC 4180), page by page; no cell begins as a formula. */
@Component
class FindingsCsv {

  private static final int PAGE = 1000;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setQuoteMode(QuoteMode.ALL)
          .setHeader(
              "cluster",
              "severity",
              "check",
              "title",
              "namespace",
              "kind",
              "name",
              "observed",
              "opened_at",
              "reopened",
              "excepted_until",
              "fix")
          .get();

  private final Catalogue catalogue;
  private final Clusters clusters;
  private final WaiverBook book;
  private final Clock clock;

  FindingsCsv(Catalogue catalogue, Clusters clusters, WaiverBook book, Clock clock) {
    this.catalogue = catalogue;
    this.clusters = clusters;
    this.book = book;
    this.clock = clock;
  }

  void write(Findings findings, FindingFilter filter, Writer out) throws IOException {
    Map<UUID, String> names =
        clusters.list().stream().collect(Collectors.toMap(Cluster::id, Cluster::name));
    try (var printer = new CSVPrinter(out, FORMAT)) {
      Optional<FindingPage.Position> after = Optional.empty();
      do {
        var page = findings.page(filter, after.orElse(null), PAGE);
        var inForce =
            book.inForce(
                page.findings().stream().map(Finding::id).toList(),
                filter.at().orElseGet(clock::instant));
        for (Finding finding : page.findings()) {
          print(
              printer, finding, until(inForce, finding), names.getOrDefault(finding.cluster(), ""));
        }
        after = page.next();
      } while (after.isPresent());
    }
  }

  private static String until(Map<UUID, Waiver> inForce, Finding finding) {
    return Optional.ofNullable(inForce.get(finding.id()))
        .map(one -> one.expiresAt().toString())
        .orElse("");
  }

  private void print(CSVPrinter printer, Finding finding, String until, String cluster)
      throws IOException {
    var check = catalogue.find(finding.check());
    var subject = finding.subject();
    String observed =
        finding.offences().stream().map(Outcome.Offence::message).collect(Collectors.joining("; "));
    printer.printRecord(
        inert(cluster),
        finding.severity().name().toLowerCase(java.util.Locale.ROOT),
        finding.check(),
        check.map(Check::title).orElse(""),
        inert(subject.namespace()),
        inert(subject.kind().toString()),
        inert(subject.name()),
        inert(observed),
        finding.openedAt(),
        finding.reopened(),
        until,
        check.map(known -> known.fix().text().strip()).orElse(""));
  }

  /** A leading sign would make a spreadsheet compute the cell. */
  static String inert(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
