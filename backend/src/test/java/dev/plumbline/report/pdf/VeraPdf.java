package dev.plumbline.report.pdf;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;

/** Asks veraPDF what breaks a standard in a PDF; an empty list means that nothing does. */
public final class VeraPdf {

  private VeraPdf() {}

  public static List<String> violationsOfPdfUa1(byte[] pdf) throws Exception {
    return violations(pdf, PDFAFlavour.PDFUA_1, "PDFUA-1");
  }

  public static List<String> violationsOfPdfA2a(byte[] pdf) throws Exception {
    return violations(pdf, PDFAFlavour.PDFA_2_A, "PDFA-2A");
  }

  private static List<String> violations(byte[] pdf, PDFAFlavour flavour, String profile)
      throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    var file = "/org/verapdf/pdfa/validation/" + profile + ".xml";
    try (var rules = Objects.requireNonNull(VeraPdf.class.getResourceAsStream(file), file);
        var parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        var validator =
            Foundries.defaultInstance().createValidator(Profiles.profileFromXml(rules), false)) {
      var result = validator.validate(parser);
      if (result.isCompliant() && result.getTotalAssertions() == 0) {
        throw new IllegalStateException("veraPDF checked nothing");
      }
      return result.getTestAssertions().stream()
          .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
          .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage())
          .distinct()
          .toList();
    }
  }
}
