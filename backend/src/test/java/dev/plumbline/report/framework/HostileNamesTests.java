package dev.plumbline.report.framework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.pdf.PdfPrinter;
import dev.plumbline.report.pdf.Templates;
import dev.plumbline.report.pdf.VeraPdf;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class HostileNamesTests {

  private static final Set<String> FREE =
      Set.of(
          "entity",
          "name",
          "uid",
          "credential",
          "rights",
          "stale",
          "what",
          "reason",
          "kind",
          "note",
          "label",
          "title",
          "observed",
          "namespace",
          "object",
          "compensating",
          "requestedBy",
          "approvedBy",
          "statement",
          "by",
          "evidence",
          "who",
          "remediation",
          "history",
          "ask",
          "provider",
          "intent",
          "logic",
          "exception",
          "cluster",
          "control");

  private static final FrameworkReport REPORT =
      new FrameworkReport(new Templates(), new PdfPrinter());

  @Test
  void markupExpressionsAndAddressesStayTextAndNothingIsFetched() throws Exception {
    var hits = new AtomicInteger();
    try (var trap = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> count(trap, hits));
      String address = "http://127.0.0.1:" + trap.getLocalPort() + "/x.png";
      byte[] pdf =
          print(
              "<img src='"
                  + address
                  + "'/><svg xmlns='http://www.w3.org/2000/svg'><image href='"
                  + address
                  + "'/></svg><link rel='stylesheet' href='file:///etc/passwd'/>${7*7} __${7*7}__"
                  + " ~{reports/x} ]]> &xxe; url("
                  + address
                  + ") =cmd()");
      assertThat(text(pdf)).contains("<img src=", "${7*7}", "__${7*7}__", "~{reports/x}", "=cmd()");
      assertThat(text(pdf)).doesNotContain("root:");
    }
    assertThat(hits).hasValue(0);
  }

  @Test
  void aNameOfTenThousandCharactersIsCutAndItsLengthPrinted() throws Exception {
    byte[] pdf = print("n".repeat(10_000));
    assertThat(text(pdf)).contains("(10 000");
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isLessThan(100);
    }
    assertThat(VeraPdf.violationsOfPdfUa1(pdf)).isEmpty();
    Files.write(Path.of("target", "framework-report-long.pdf"), pdf);
  }

  @Test
  void charactersOutsideTheFontsAndOutsideXmlNeitherVanishNorBreakTheStandard() throws Exception {
    byte[] pdf = print("a\u0000\u0001\ufffe\u202e\u200b日本 \ud83d\ude80 Ünïcødé Ελλ Жук");
    assertThat(text(pdf)).contains("[U+65E5]", "[U+1F680]", "[U+202E]", "Ünïcødé Ελλ Жук");
    assertThat(VeraPdf.violationsOfPdfUa1(pdf)).isEmpty();
    assertThat(VeraPdf.violationsOfPdfA2a(pdf)).isEmpty();
  }

  private static byte[] print(String hostile) throws IOException {
    return REPORT.pdf(Sample.bind(soil(Sample.document(), "", hostile)));
  }

  private static Object soil(Object node, String key, String hostile) {
    return switch (node) {
      case Map<?, ?> map -> {
        var soiled = new LinkedHashMap<String, Object>();
        map.forEach(
            (name, value) -> soiled.put((String) name, soil(value, (String) name, hostile)));
        yield soiled;
      }
      case List<?> list -> list.stream().map(item -> soil(item, key, hostile)).toList();
      case String _ when FREE.contains(key) || key.equals("sentences") -> hostile;
      case null, default -> node;
    };
  }

  private static void count(ServerSocket trap, AtomicInteger hits) {
    try {
      while (true) {
        trap.accept().close();
        hits.incrementAndGet();
      }
    } catch (IOException closed) {
      assertThat(trap.isClosed()).isTrue();
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }
}
