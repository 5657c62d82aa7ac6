package dev.plumbline.report.framework;

import dev.plumbline.check.Catalogue;
import dev.plumbline.report.Made;
import dev.plumbline.report.Report;
import dev.plumbline.report.ReportMaker;
import dev.plumbline.report.ReportSummary;
import dev.plumbline.report.framework.FrameworkReportView.Hash;
import dev.plumbline.report.pdf.PdfPrinter;
import dev.plumbline.report.pdf.Templates;
import dev.plumbline.scan.Standing;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Makes the report of one framework from what is stored. */
@Component
class FrameworkReportMaker implements ReportMaker {

  private final MaterialReader reader;
  private final Catalogue catalogue;
  private final FrameworkReport report;
  private final String product;
  private final Clock clock;

  FrameworkReportMaker(
      MaterialReader reader,
      Catalogue catalogue,
      ObjectProvider<BuildProperties> build,
      Clock clock) {
    this.reader = reader;
    this.catalogue = catalogue;
    this.report = new FrameworkReport(new Templates(), new PdfPrinter());
    this.product = "Plumbline " + version(build);
    this.clock = clock;
  }

  private static String version(ObjectProvider<BuildProperties> build) {
    var properties = build.getIfAvailable();
    String version = properties == null ? null : properties.getVersion();
    return version == null ? "(unpackaged)" : version;
  }

  @Override
  public Made make(Report order) {
    var material = reader.read(order);
    var controls = new Controls(material, catalogue);
    var rows = controls.rows();
    byte[] findings = FindingsFile.of(rows, material);
    String digest = Digest.of(material);
    var file = new Hash("findings.csv", rows.size(), Made.sha256(findings));
    var view = new ViewMaker(material, controls, product, clock.instant()).view(digest, file);
    byte[] pdf = report.pdf(view);
    return new Made(summary(view, material), digest, pdf, findings);
  }

  private static ReportSummary summary(FrameworkReportView view, Material material) {
    var closing = view.closing();
    var counts = closing.counts();
    return new ReportSummary(
        view.cover().framework() + " " + view.cover().edition(),
        closing.score(),
        view.opening() == null ? null : view.opening().score(),
        closing.coverage(),
        material.clusters().size(),
        counts.supported(),
        counts.failing(),
        counts.excepted(),
        counts.unknown(),
        counts.attested(),
        counts.open(),
        counts.expired(),
        material.findings().size(),
        stale(material));
  }

  private static List<String> stale(Material material) {
    var scope = new ScopeMaker(material);
    return material.clusters().stream()
        .filter(one -> one.age() != Standing.Age.FRESH)
        .map(one -> one.cluster().name() + ": " + scope.stale(one) + ".")
        .toList();
  }
}
