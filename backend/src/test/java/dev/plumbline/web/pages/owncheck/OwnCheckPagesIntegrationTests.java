package dev.plumbline.web.pages.owncheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Workshop;
import dev.plumbline.scan.SampleData;
import dev.plumbline.tenant.Invitations;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.Visitor;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The editor of own checks, as people with and without the right meet it. */
@PlumblineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnCheckPagesIntegrationTests {

  private static final String PASSWORD = "nine plain words nobody else has";
  private static final Pattern CLUSTER = Pattern.compile("<option[^>]*value=\"([0-9a-f-]{36})\"");
  private static final Pattern READ = Pattern.compile("name=\"read\" value=\"([0-9a-f]{64})\"");

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Invitations invitations;
  @Autowired SampleData sample;
  @Autowired Workshop workshop;

  private Organisation organisation;
  private Visitor owner;
  private Visitor engineer;
  private Visitor viewer;

  @BeforeAll
  void found() {
    String email = UUID.randomUUID() + "@example.org";
    organisation = organisations.found("Editing", people.register(email, "Owner", PASSWORD));
    owner = signedIn(email);
    engineer = invited(Role.ENGINEER);
    viewer = invited(Role.VIEWER);
    Tenant.run(organisation.id(), sample::load);
  }

  private Visitor signedIn(String email) {
    var visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    return visitor;
  }

  private Visitor invited(Role role) {
    String email = UUID.randomUUID() + "@example.org";
    String link = Tenant.call(organisation.id(), () -> invitations.invite(email, role, Role.OWNER));
    invitations.accept(link, role.name(), PASSWORD);
    return signedIn(email);
  }

  private String path(String rest) {
    return "/t/" + organisation.slug() + "/own-checks" + rest;
  }

  private static String group(Pattern pattern, String body) {
    var found = pattern.matcher(body);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }

  @Test
  void anEngineerWritesAndTriesAndAnOwnerLetsItCount() {
    String editor = engineer.get(path("/new")).body();
    String wrong = Template.SOURCE.replace("w.metadata", "w.metdata");
    var refused = engineer.post(path(""), Map.of("id", "own-walk", "source", wrong));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("offenders, line 1, column ", "(line 9 of the file)", "w.metdata");

    var tried =
        engineer.post(
            path(""),
            Map.of(
                "id",
                "own-walk",
                "source",
                Template.SOURCE.replace("\n", "\r\n"),
                "cluster",
                group(CLUSTER, editor),
                "then",
                "try"));
    assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
    assertThat(tried.body()).contains("has no label owner", "Nothing of this is kept");
    assertThat(tried.body()).doesNotContain("/own-walk/activate");
    engineer.get(path("/own-walk"));
    assertThat(engineer.post(path("/own-walk/activate"), Map.of()).statusCode()).isEqualTo(403);

    assertThat(owner.get(path("/own-walk")).body()).contains("/own-walk/activate");
    assertThat(owner.post(path("/own-walk/activate"), Map.of()).statusCode()).isEqualTo(302);
    assertThat(viewer.get(path("")).body()).contains("own-walk", "Active");
    String help = "/t/" + organisation.slug() + "/help/checks";
    assertThat(viewer.get(help).body()).contains("own-walk");
    assertThat(viewer.get(help + "/own-walk").body()).contains("Your own check");
    var yaml = viewer.get(path("/own-walk/check.yaml"));
    assertThat(yaml.body()).isEqualTo(Template.SOURCE);
    assertThat(yaml.headers().firstValue("Content-Disposition").orElse(""))
        .contains("own-walk.yaml");
    assertThat(owner.post(path("/own-walk/retire"), Map.of()).statusCode()).isEqualTo(302);
    assertThat(viewer.get(path("")).body()).contains("Retired");
  }

  @Test
  void whatTheEditorBeginsWithCompilesAndItsFixturesHold() {
    var check = workshop.read("own-template", Template.SOURCE);
    assertThat(workshop.rehearse(check, Template.SOURCE).orElseThrow().problems()).isEmpty();
  }

  @Test
  void whatWasTypedStaysWhereSomebodyElseWasQuicker() {
    owner.get(path("/new"));
    owner.post(path(""), Map.of("id", "own-both", "source", Template.SOURCE));
    String read = group(READ, owner.get(path("/own-both")).body());
    String mine = Template.SOURCE.replace("medium", "low");
    owner.post(path("/own-both"), Map.of("source", mine, "read", read));
    var late =
        owner.post(
            path("/own-both"),
            Map.of("source", Template.SOURCE.replace("medium", "high"), "read", read));
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("Somebody else has changed it", "severity: high");
    assertThat(owner.get(path("/own-both")).body()).contains("severity: low");
    assertThat(owner.post(path("/own-both/delete"), Map.of()).statusCode()).isEqualTo(302);
    assertThat(owner.get(path("/own-both")).statusCode()).isEqualTo(404);
  }

  @Test
  void aViewerReadsAndChangesNothing() {
    assertThat(viewer.get(path("/new")).statusCode()).isEqualTo(403);
    assertThat(viewer.get(path("")).body()).doesNotContain("New check");
  }
}
