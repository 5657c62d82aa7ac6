package dev.plumbline.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever follows a dead link in a browser gets a page, not the JSON of the API. */
@PlumblineTest
class LostPagesIntegrationTests {

  private static final String PASSWORD = "nine plain words nobody else has";

  @Autowired People people;
  @Autowired Organisations organisations;
  @LocalServerPort int port;

  private Visitor visitor;
  private String home;

  @BeforeEach
  void signIn() {
    String email = UUID.randomUUID() + "@example.org";
    home = "/t/" + organisations.found("Lost", people.register(email, "Mira", PASSWORD)).slug();
    visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
  }

  @Test
  void anAddressThatNothingAnswersIsAPage() {
    page(visitor.get(home + "/no-such-page"), 404, "There is no such page");
  }

  @Test
  void anIdThatIsNoneIsAPage() {
    page(visitor.get(home + "/findings/not-an-id"), 400, "makes no sense here");
  }

  @Test
  void aDeadInvitationSaysSo() {
    page(visitor.get("/invite?token=used"), 404, "This link opens nothing");
  }

  @Test
  void aDeadUnsubscriptionSaysSo() {
    page(visitor.get("/unsubscribe?token=nothing"), 404, "This link opens nothing");
  }

  private static void page(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.body()).contains(words);
    assertThat(answer.statusCode()).isEqualTo(status);
  }
}
