package dev.plumbline.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.notify.Dispatch;
import dev.plumbline.notify.Dispatches;
import dev.plumbline.report.Report;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ReportMailTests {

  private static final ReportMail MAIL = new ReportMail("https://plumbline.example/");
  private static final Session SESSION = Session.getInstance(new Properties());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nBcc: evil@example.org\r\n\r\nbody",
        "a\nX-Injected: 1",
        "a\u0000b\u2028Subject: c\u0085d",
        "<script>alert(1)</script>",
        "${7*7} [(${7*7})] [[${7*7}]] __${7*7}__",
        "\u202eevil\u202c",
        "=?utf-8?q?=0d=0aBcc:_evil@example.org?=",
        "日本🚀",
      })
  void aHostileNameChangesNoHeaderAndStaysText(String name) throws Exception {
    var plain = headers(mail("Halvard", "Weekly", "prod-us1 is stale"));
    var hostile = mail(name, name, name);
    assertThat(headers(hostile)).isEqualTo(plain);
    assertThat(hostile.getSubject()).isEqualTo("Plumbline report: PCI DSS 4.0.1");
    assertThat(html(hostile)).doesNotContain("<script>").doesNotContain(" 49");
    assertThat(text(hostile)).doesNotContain("\nBcc:").doesNotContain(" 49");
  }

  @Test
  void aRecipientWithALineBreakIsNoRecipient() {
    assertThatThrownBy(() ->
            MAIL.message(SESSION, "a@b.example", Dispatches.to("x@y.example\r\nBcc: z@y.example")))
        .isInstanceOf(AddressException.class);
  }

  @Test
  void theSameDispatchYieldsTheSameMailUnderTheSameId() throws Exception {
    var dispatch = Dispatches.to("x@y.example");
    var one = MAIL.message(SESSION, "a@b.example", dispatch);
    var two = MAIL.message(SESSION, "a@b.example", dispatch);
    assertThat(one.getMessageID()).isEqualTo("<" + dispatch.id() + "@b.example>");
    assertThat(two.getMessageID()).isEqualTo(one.getMessageID());
    assertThat(two.getSentDate()).isEqualTo(one.getSentDate());
    assertThat(text(two)).isEqualTo(text(one));
  }

  @Test
  void isMarkedAsAutomaticAndCanBeUnsubscribedInOneClick() throws Exception {
    var mail = MAIL.message(SESSION, "a@b.example", Dispatches.to("x@y.example"));
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("List-Unsubscribe"))
        .containsExactly("<https://plumbline.example/unsubscribe?token=halvard.c2VjcmV0>");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
  }

  @Test
  void whatIsStaleIsSaidBeforeTheFirstNumber() throws Exception {
    var mail = mail("Halvard", "Weekly", "prod-us1 has not been read for long.");
    assertThat(text(mail).indexOf("prod-us1")).isPositive().isLessThan(text(mail).indexOf("78.4"));
    assertThat(html(mail).indexOf("prod-us1")).isPositive().isLessThan(html(mail).indexOf("78.4"));
  }

  @Test
  void aSmallPdfIsAttachedAndALargeOneIsLeftBehindTheLink() throws Exception {
    var report = Dispatches.ready("Weekly", List.of());
    var small = message(Dispatches.of("x@y.example", "Halvard", report, Dispatches.PDF));
    var large =
        message(
            Dispatches.of(
                "x@y.example", "Halvard", report, new byte[ReportMail.LARGEST_ATTACHMENT + 1]));
    assertThat(parts(small)).extracting(BodyPart::getFileName).last().asString().endsWith(".pdf");
    assertThat(text(small)).contains("0c9461fb");
    assertThat(parts(large)).extracting(BodyPart::getFileName).containsOnlyNulls();
    assertThat(text(large)).doesNotContain("0c9461fb").contains("/t/halvard/reports/");
  }

  @Test
  void aFailedRunSaysSoInItsSubjectAndWhy() throws Exception {
    var report = Dispatches.report("Weekly", Report.State.FAILED, "Making it broke off.", null);
    var mail = message(Dispatches.of("x@y.example", "Halvard", report, Dispatches.PDF));
    assertThat(mail.getSubject()).isEqualTo("Plumbline report failed: pci-dss-4.0.1");
    assertThat(text(mail)).contains("THERE IS NO REPORT THIS TIME", "Making it broke off.");
    assertThat(html(mail)).contains("Making it broke off.");
  }

  @Test
  void theSampleRendersWholly() throws Exception {
    var templates = new MailTemplates();
    var view = sample();
    assertThat(templates.html(view)).contains("78.4", "−1.7", "prod-us1", "Unsubscribe");
    assertThat(templates.text(view)).contains("78.4", "−1.7", "prod-us1", "Unsubscribe");
  }

  private static ReportMailView sample() throws Exception {
    String path = "/samples/mails/report/sample.yaml";
    try (var stream = Objects.requireNonNull(ReportMailTests.class.getResourceAsStream(path))) {
      var document = new Load(LoadSettings.builder().build()).loadFromInputStream(stream);
      return JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .convertValue(document, ReportMailView.class);
    }
  }

  private static MimeMessage mail(String organisation, String title, String stale)
      throws Exception {
    var report = Dispatches.ready(title, List.of(stale));
    return message(Dispatches.of("x@y.example", organisation, report, Dispatches.PDF));
  }

  private static MimeMessage message(Dispatch dispatch) throws Exception {
    var out = new ByteArrayOutputStream();
    MAIL.message(SESSION, "Plumbline <a@b.example>", dispatch).writeTo(out);
    return new MimeMessage(SESSION, new ByteArrayInputStream(out.toByteArray()));
  }

  private static List<String> headers(MimeMessage mail) throws Exception {
    return Collections.list(mail.getAllHeaders()).stream().map(header -> header.getName()).toList();
  }

  private static List<BodyPart> parts(MimeMessage mail) throws Exception {
    return parts((MimeMultipart) mail.getContent());
  }

  private static List<BodyPart> parts(MimeMultipart multipart) throws Exception {
    var parts = new ArrayList<BodyPart>();
    for (int i = 0; i < multipart.getCount(); i++) {
      var part = multipart.getBodyPart(i);
      if (part.getContent() instanceof MimeMultipart inner) {
        parts.addAll(parts(inner));
      } else {
        parts.add(part);
      }
    }
    return parts;
  }

  private static String text(MimeMessage mail) throws Exception {
    return content(mail, "text/plain");
  }

  private static String html(MimeMessage mail) throws Exception {
    return content(mail, "text/html");
  }

  private static String content(MimeMessage mail, String type) throws Exception {
    for (var part : parts(mail)) {
      if (part.isMimeType(type)) {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    throw new AssertionError(type + " is missing");
  }
}
