package dev.plumbline.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;

/** Prints well-formed XHTML as a tagged PDF (PDF/UA-1) that can be archived (PDF/A-2a). */
public final class PdfPrinter {

  private static final Set<FSFontUseCase> USES =
      EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);

  private final Legible legible = new Legible();
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  /**
   * Prints one document.
   *
   * @param report folder of the report, whose {@code report.css} is the only resource within reach
   */
  public byte[] print(String xhtml, String report) {
    var out = new ByteArrayOutputStream();
    try (var drawer = new BatikSVGDrawer()) {
      var builder = new PdfRendererBuilder().useSVGDrawer(drawer);
      fonts(builder);
      close(builder, new Bundled(report));
      conform(builder);
      builder.withHtmlContent(legible.text(xhtml), null).toStream(out).run();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fonts(PdfRendererBuilder builder) {
    for (var font : PlexFont.values()) {
      builder.useFont(font::open, font.family(), font.weight(), FontStyle.NORMAL, true, USES);
    }
  }

  private static void close(PdfRendererBuilder builder, Bundled bundled) {
    builder
        .useUriResolver((base, uri) -> bundled.resolve(uri))
        .useHttpStreamImplementation(bundled)
        .useProtocolsStreamImplementation(
            bundled, Bundled.SCHEME, "file", "jar", "ftp", "data", "classpath");
    for (var moment : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> bundled.allows(uri), moment);
    }
  }

  private void conform(PdfRendererBuilder builder) {
    builder
        .usePdfUaAccessibility(true)
        .usePdfAConformance(PdfAConformance.PDFA_2_A)
        .useColorProfile(colours)
        .withProducer("Plumbline");
  }
}
