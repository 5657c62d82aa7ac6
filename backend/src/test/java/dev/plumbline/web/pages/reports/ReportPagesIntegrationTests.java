package dev.plumbline.web.pages.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.scan.JobRunner;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestMail;
import dev.plumbline.testing.Visitor;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlumblineTest
class ReportPagesIntegrationTests {

  private static final String PASSWORD = "a long enough password";
  private static final Map<String, String> FORM =
      Map.of(
          "name", "Weekly <b>",
          "framework", "gdpr",
          "cron", "0 6 * * 1",
          "zone", "Europe/Berlin");

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Clusters clusters;
  @Autowired JobRunner runner;

  private final String recipient = UUID.randomUUID() + "@example.org";
  private Organisation organisation;
  private Visitor visitor;

  @BeforeEach
  void signIn() {
    String email = UUID.randomUUID() + "@example.org";
    organisation = organisations.found("Pages", people.register(email, "One", PASSWORD));
    Tenant.run(organisation.id(), () -> clusters.registerOffline("yard"));
    visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
  }

  @Test
  void aScheduleIsMadeRunMailedAndUnsubscribedWithoutSigningIn() throws Exception {
    visitor.get(at("/schedules/new"));
    assertThat(visitor.post(at("/schedules"), with(FORM, "recipients", recipient)).statusCode())
        .isEqualTo(302);
    String page = visitor.get(at("/reports")).body();
    assertThat(page).contains("Weekly &lt;b&gt;", "Europe/Berlin", "yard");

    String path = page.replaceAll("(?s).*(/schedules/[0-9a-f-]{36}).*", "$1");
    visitor.get(at(path));
    assertThat(visitor.post(at(path + "/run"), Map.of()).statusCode()).isEqualTo(302);
    runner.drain("report");
    runner.drain("delivery");
    assertThat(visitor.get(at("/reports")).body()).contains("Empty", recipient, "Accepted");

    var mail = TestMail.to(recipient).getFirst();
    String stop = mail.getHeader("List-Unsubscribe")[0].replaceAll(".*(/unsubscribe[^>]*)>", "$1");
    var stranger = new Visitor(port);
    assertThat(stranger.get(stop).body()).contains(recipient, "will end");
    assertThat(stranger.get(stop).body()).contains("will end");
    assertThat(stranger.send("POST", stop, "", Map.of()).body()).contains("No more mails");
    assertThat(stranger.get(stop).body()).contains("No more mails");
    assertThat(stranger.get("/unsubscribe?token=" + organisation.slug() + ".x").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aFormThatIsWrongKeepsWhatWasTypedAndNamesTheField() {
    visitor.get(at("/schedules/new"));
    var answer = visitor.post(at("/schedules"), with(FORM, "cron", "61 6 * * *"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("61 6 * * *", "Five fields are needed");
  }

  @Test
  void theNextThreeRunsAreShownBeforeAnythingIsSaved() {
    visitor.get(at("/schedules/new"));
    var answer = visitor.post(at("/schedules"), with(FORM, "preview", "true"));
    assertThat(answer.body()).contains("06:00 CE", "Europe/Berlin");
    assertThat(visitor.get(at("/reports")).body()).doesNotContain("Weekly");
  }

  @Test
  void aReportThatIsNotThereIsNotFound() {
    assertThat(visitor.get(at("/reports/" + UUID.randomUUID() + ".pdf")).statusCode())
        .isEqualTo(404);
    assertThat(visitor.get(at("/schedules/" + UUID.randomUUID())).statusCode()).isEqualTo(404);
  }

  private String at(String path) {
    return "/t/" + organisation.slug() + path;
  }

  private static Map<String, String> with(Map<String, String> form, String field, String value) {
    var fields = new HashMap<>(form);
    fields.put(field, value);
    return fields;
  }
}
