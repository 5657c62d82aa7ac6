package dev.plumbline.notify.mail;

import dev.plumbline.notify.Channel;
import dev.plumbline.notify.Dispatch;
import dev.plumbline.notify.Receipt;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;
import java.util.StringJoiner;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Hands a report's mail to the mail server. */
class MailChannel implements Channel {

  private final MailSettings settings;
  private final ReportMail mail;

  MailChannel(MailSettings settings, ReportMail mail) {
    this.settings = settings;
    this.mail = mail;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public boolean ready() {
    return settings.present();
  }

  @Override
  public Receipt send(Dispatch dispatch) {
    try {
      var session = Session.getInstance(properties());
      var message = mail.message(session, settings.from(), dispatch);
      try (var transport = session.getTransport(settings.tls() ? "smtps" : "smtp")) {
        transport.connect(settings.host(), settings.port(), settings.username(), secret());
        transport.sendMessage(message, new InternetAddress[] {address(dispatch)});
        return new Receipt.Accepted("accepted by " + settings.host());
      }
    } catch (MessagingException e) {
      return receipt(e);
    }
  }

  private static InternetAddress address(Dispatch dispatch) throws MessagingException {
    return new InternetAddress(dispatch.recipient(), true);
  }

  private @Nullable String secret() {
    return settings.username() == null ? null : settings.secret();
  }

  private Properties properties() {
    var properties = new Properties();
    String protocol = settings.tls() ? "mail.smtps." : "mail.smtp.";
    properties.put(protocol + "auth", Boolean.toString(settings.username() != null));
    properties.put(protocol + "starttls.enable", Boolean.toString(settings.starttls()));
    properties.put(
        protocol + "starttls.required", Boolean.toString(settings.starttls() && !settings.tls()));
    properties.put(protocol + "ssl.checkserveridentity", "true");
    properties.put(protocol + "connectiontimeout", "15000");
    properties.put(protocol + "timeout", "60000");
    properties.put(protocol + "writetimeout", "60000");
    return properties;
  }

  /** Only an answer of the 500s to this very mail is final; everything else may have been taken. */
  private static Receipt receipt(MessagingException failure) {
    int code = code(failure);
    String said = said(failure);
    return code >= 500 ? new Receipt.Refused(said) : new Receipt.Unclear(said);
  }

  private static int code(@Nullable Exception failure) {
    return switch (failure) {
      case SMTPAddressFailedException address -> address.getReturnCode();
      case SMTPSendFailedException sending when sending.getReturnCode() >= 400 ->
          sending.getReturnCode();
      case SendFailedException sending -> code(sending.getNextException());
      case null, default -> 0;
    };
  }

  private static String said(MessagingException failure) {
    var words = new StringJoiner("; ");
    Exception said = failure;
    while (said != null) {
      words.add(String.valueOf(said.getMessage()));
      said = said instanceof MessagingException outer ? outer.getNextException() : null;
    }
    return Plain.line(words.toString(), 500);
  }
}
