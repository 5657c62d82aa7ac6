package dev.plumbline.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.notify.Channel;
import dev.plumbline.notify.ChannelContract;
import dev.plumbline.notify.Dispatches;
import dev.plumbline.notify.Receipt;
import dev.plumbline.testing.TestMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailChannelIntegrationTests extends ChannelContract {

  @Override
  protected Channel channel() {
    return channel("127.0.0.1", TestMail.port());
  }

  @Override
  protected Channel unreachable() {
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return channel("127.0.0.1", closed.getLocalPort());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Channel absent() {
    return channel("", 25);
  }

  @Override
  protected String recipient() {
    return UUID.randomUUID() + "@example.org";
  }

  @Override
  protected List<String> received(String recipient) {
    return TestMail.to(recipient).stream().map(MailChannelIntegrationTests::id).toList();
  }

  @Test
  void aRecipientTheServerDoesNotKnowIsNotTriedAgain() throws Exception {
    try (var server = new Grumpy("550 5.1.1 no such mailbox")) {
      assertThat(channel("127.0.0.1", server.port()).send(Dispatches.to(recipient())))
          .isInstanceOfSatisfying(
              Receipt.Refused.class,
              refused -> assertThat(refused.detail()).contains("no such mailbox"));
    }
  }

  @Test
  void aServerThatIsBusyIsAskedAgain() throws Exception {
    try (var server = new Grumpy("451 4.3.0 try later")) {
      assertThat(channel("127.0.0.1", server.port()).send(Dispatches.to(recipient())))
          .isInstanceOf(Receipt.Unclear.class);
    }
  }

  @Test
  void withoutTheEncryptionThatIsDemandedNothingIsSent() {
    String recipient = recipient();
    var settings =
        new MailSettings(
            "127.0.0.1", TestMail.port(), null, null, null, "a@example.org", true, false);
    assertThat(
            new MailChannel(settings, new ReportMail("https://p.example"))
                .send(Dispatches.to(recipient)))
        .isInstanceOf(Receipt.Unclear.class);
    assertThat(received(recipient)).isEmpty();
  }

  private static Channel channel(String host, int port) {
    var settings =
        new MailSettings(
            host, port, null, null, null, "Plumbline <reports@plumbline.test>", false, false);
    return new MailChannel(settings, new ReportMail("https://plumbline.example/"));
  }

  private static String id(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A mail server that answers every recipient alike. */
  private static final class Grumpy implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final String answer;

    Grumpy(String answer) throws IOException {
      this.answer = answer;
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return server.getLocalPort();
    }

    private void serve() {
      try (var socket = server.accept()) {
        var lines =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        var out = socket.getOutputStream();
        out.write("220 grumpy\r\n".getBytes(StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String said = line.startsWith("RCPT") ? answer : "250 ok";
          out.write((said + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
      } catch (IOException e) {
        assertThat(server.isClosed() || e.getMessage() != null).isTrue();
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
