package dev.plumbline.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The one mail server of the tests; every recipient's mail is kept for whoever asks. */
public final class TestMail
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final long START_MILLIS = 60_000;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "plumbline.mail.host=127.0.0.1",
            "plumbline.mail.port=" + port(),
            "plumbline.mail.starttls=false",
            "plumbline.mail.from=Plumbline <reports@plumbline.test>")
        .applyTo(context);
  }

  public static int port() {
    return Server.RUNNING.getSmtp().getPort();
  }

  /** Everything that came for an address, oldest first. */
  public static List<MimeMessage> to(String address) {
    return Arrays.stream(Server.RUNNING.getReceivedMessages())
        .filter(message -> isTo(message, address))
        .toList();
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      return message.getAllRecipients()[0].toString().equals(address);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Server {
    static final GreenMail RUNNING = start();

    private static GreenMail start() {
      var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
      setup.setServerStartupTimeout(START_MILLIS);
      var server = new GreenMail(setup);
      server.start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
      return server;
    }
  }
}
