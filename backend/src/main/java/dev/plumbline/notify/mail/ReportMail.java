package dev.plumbline.notify.mail;

import dev.plumbline.notify.Dispatch;
import dev.plumbline.report.Report;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Builds the mail of a report: text always, HTML beside it, the PDF when it is small enough. The
 * same dispatch yields the same mail.
 */
final class ReportMail {

  static final int LARGEST_ATTACHMENT = 10 * 1024 * 1024;
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String baseUrl;
  private final MailTemplates templates = new MailTemplates();

  ReportMail(String baseUrl) {
    this.baseUrl = baseUrl.replaceAll("/+$", "");
  }

  MimeMessage message(Session session, String from, Dispatch dispatch) throws MessagingException {
    var sender = new InternetAddress(from, true);
    String domain = domain(sender);
    var message = new Identified(session, "<" + dispatch.id() + "@" + domain + ">");
    message.setFrom(sender);
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(dispatch.recipient(), true));
    message.setSentDate(Date.from(dispatch.createdAt()));
    message.setSubject(subject(dispatch.report()), UTF_8);
    headers(message, dispatch, domain);
    content(message, dispatch);
    message.saveChanges();
    return message;
  }

  /** Of fixed words and the framework's own name: nothing a person or a cluster has named. */
  private static String subject(Report report) {
    var summary = report.summary();
    String framework = Plain.line(summary == null ? report.framework() : summary.framework(), 80);
    return switch (report.state()) {
      case READY, QUEUED -> "Plumbline report: " + framework;
      case EMPTY -> "Plumbline report is empty: " + framework;
      case FAILED -> "Plumbline report failed: " + framework;
    };
  }

  private void headers(MimeMessage message, Dispatch dispatch, String domain)
      throws MessagingException {
    message.setHeader("Auto-Submitted", "auto-generated");
    var schedule = dispatch.report().schedule();
    if (schedule != null) {
      message.setHeader("List-Id", "<" + schedule + "." + domain + ">");
      message.setHeader("References", "<" + schedule + "@" + domain + ">");
      message.setHeader("List-Unsubscribe", "<" + stop(dispatch) + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
  }

  private void content(MimeMessage message, Dispatch dispatch) throws MessagingException {
    byte @Nullable [] pdf = attachment(dispatch);
    var view = ReportMailText.view(dispatch, link(dispatch), stop(dispatch), pdf != null);
    var words = new MimeMultipart("alternative");
    words.addBodyPart(part(templates.text(view), "plain"));
    words.addBodyPart(part(templates.html(view), "html"));
    if (pdf == null) {
      message.setContent(words);
      return;
    }
    var wrapped = new MimeBodyPart();
    wrapped.setContent(words);
    var all = new MimeMultipart("mixed");
    all.addBodyPart(wrapped);
    all.addBodyPart(attached(pdf, dispatch.report()));
    message.setContent(all);
  }

  private static byte @Nullable [] attachment(Dispatch dispatch) {
    if (!dispatch.report().attach() || dispatch.report().state() != Report.State.READY) {
      return null;
    }
    byte[] pdf = dispatch.pdf().get();
    return pdf.length <= LARGEST_ATTACHMENT ? pdf : null;
  }

  private static MimeBodyPart part(String words, String type) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(words, UTF_8, type);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static MimeBodyPart attached(byte[] pdf, Report report) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(pdf, "application/pdf")));
    part.setFileName("plumbline-" + Plain.name(report.framework()) + "-" + report.id() + ".pdf");
    return part;
  }

  private String link(Dispatch dispatch) {
    return baseUrl + "/t/" + dispatch.slug() + "/reports/" + dispatch.report().id();
  }

  private String stop(Dispatch dispatch) {
    return dispatch.stopToken().isEmpty()
        ? ""
        : baseUrl + "/unsubscribe?token=" + dispatch.slug() + "." + dispatch.stopToken();
  }

  private static String domain(InternetAddress sender) {
    return sender.getAddress().substring(sender.getAddress().indexOf('@') + 1);
  }

  /** A message whose id is not made anew when it is saved. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
