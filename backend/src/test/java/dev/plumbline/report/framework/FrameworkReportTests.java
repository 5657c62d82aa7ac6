package dev.plumbline.report.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.report.pdf.PdfPrinter;
import dev.plumbline.report.pdf.Templates;
import dev.plumbline.report.pdf.VeraPdf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FrameworkReportTests {

  private static final FrameworkReport REPORT =
      new FrameworkReport(new Templates(), new PdfPrinter());
  private static byte[] pdf;

  @BeforeAll
  static void print() throws Exception {
    pdf = REPORT.pdf(Sample.view());
    Files.write(Path.of("target", "framework-report.pdf"), pdf);
  }

  @Test
  void sampleIsPdfUa1() throws Exception {
    assertThat(VeraPdf.violationsOfPdfUa1(pdf)).isEmpty();
  }

  @Test
  void sampleIsPdfA2a() throws Exception {
    assertThat(VeraPdf.violationsOfPdfA2a(pdf)).isEmpty();
  }

  @Test
  @SuppressWarnings("unchecked")
  void aPropertyTheViewLacksIsAnError() throws Exception {
    var document = (Map<String, Object>) Sample.document();
    document.put("covre", Map.of());
    assertThatThrownBy(() -> Sample.bind(document)).hasMessageContaining("covre");
  }

  @Test
  void everySectionIsPrinted() throws Exception {
    assertThat(text(pdf))
        .contains(
            "Halvard Payments B.V.",
            "How to read this report",
            "Scope and method",
            "Kinds that could not be read",
            "Summary",
            "Trend",
            "Control matrix",
            "Control details",
            "Exceptions",
            "Attestations",
            "Changes during the period",
            "Sign-off")
        .contains("findings.csv, rows 3 to 35");
  }

  private static String text(byte[] pdf) throws Exception {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }
}
