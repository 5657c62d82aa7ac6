package dev.plumbline.web.pages.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.scan.SampleData;
import dev.plumbline.tenant.Invitations;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestClock;
import dev.plumbline.testing.Visitor;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Exceptions on pages and over the API, by people with and without the right. */
@PlumblineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExceptionPagesIntegrationTests {

  private static final String PASSWORD = "nine plain words nobody else has";
  private static final Pattern ID = Pattern.compile("name=\"exception\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern SECRET = Pattern.compile("plb_[A-Za-z0-9_-]{20,}");

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Invitations invitations;
  @Autowired SampleData sample;
  @Autowired Findings findings;
  @Autowired TestClock clock;

  private Organisation organisation;
  private Visitor owner;
  private Visitor engineer;
  private Visitor viewer;
  private List<Finding> open;
  private int taken;

  @BeforeAll
  void found() {
    String email = UUID.randomUUID() + "@example.org";
    organisation = organisations.found("Accepting", people.register(email, "Owner", PASSWORD));
    owner = signedIn(email);
    engineer = invited(Role.ENGINEER);
    viewer = invited(Role.VIEWER);
    Tenant.run(organisation.id(), sample::load);
    open =
        Tenant.call(
            organisation.id(), () -> findings.page(FindingFilter.ALL, null, 500).findings());
  }

  private Visitor invited(Role role) {
    String email = UUID.randomUUID() + "@example.org";
    String link = Tenant.call(organisation.id(), () -> invitations.invite(email, role, Role.OWNER));
    invitations.accept(link, role.name(), PASSWORD);
    return signedIn(email);
  }

  private Visitor signedIn(String email) {
    var visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    visitor.get("/?choose");
    return visitor;
  }

  @Test
  void anExceptionIsAskedForApprovedShownAndWithdrawn() {
    String page = "/findings/" + next();
    assertThat(engineer.get(at(page)).body()).contains("Ask for an exception");
    assertThat(engineer.post(at(page + "/exception"), form("Vendor <b>late</b>", 30)).statusCode())
        .isEqualTo(302);
    String own = engineer.get(at(page)).body();
    assertThat(own)
        .contains("Vendor &lt;b&gt;late&lt;/b&gt;", "somebody else decides", "Asked for.")
        .doesNotContain(">Approve<", "Ask for an exception");
    String id = first(own);

    assertThat(owner.get(at(page)).body()).contains(">Approve<", ">Refuse<", ">Withdraw<");
    owner.post(at("/exceptions/approve"), Map.of("exception", id, "note", "not longer"));
    String day = ExceptionDays.words(clock, 30);
    assertThat(engineer.get(at(page)).body())
        .contains("Excepted until " + day, "not longer", "Renew the exception");
    assertThat(engineer.get(at("/findings?q=" + encoded("status:excepted"))).body())
        .contains("Excepted until " + day, page);
    assertThat(engineer.get(at("/findings.csv?q=" + encoded("status:excepted"))).body())
        .contains("\"excepted_until\"");

    engineer.post(at("/exceptions/withdraw"), Map.of("exception", id, "finding", last(page)));
    assertThat(engineer.get(at(page)).body())
        .contains("1\u00a0exception withdrawn.", "Exception withdrawn")
        .doesNotContain("Excepted until");
  }

  @Test
  void nobodyApprovesTheirOwnNotEvenTheOwnerOrTheirToken() {
    String page = "/findings/" + next();
    owner.get(at(page));
    owner.post(at(page + "/exception"), form("mine", 30));
    String id = first(owner.get(at(page)).body());
    owner.post(at("/exceptions/approve"), Map.of("exception", id));
    assertThat(owner.get(at("/")).body()).contains("a second person does");
    assertThat(owner.get(at(page)).body())
        .contains("somebody else decides")
        .doesNotContain("Excepted until");

    var token = token(owner, "own-token");
    var denied = call(token, "POST", "/" + id + ":approve", "{}");
    assertThat(denied.statusCode()).isEqualTo(422);
    assertThat(denied.body()).contains("a second person does");
    assertThat(call(token, "GET", "/" + id, "").body()).contains("\"state\":\"requested\"");
  }

  @Test
  void theApiAsksDecidesAndListsAsOfAnyInstant() {
    var token = token(owner, "api-token");
    UUID finding = next();
    String before = clock.instant().toString();
    String end = clock.instant().plus(Duration.ofDays(9)).toString();
    var made =
        call(
            token,
            "POST",
            "",
            "{\"findings\":[\"%s\"],\"reason\":\"r\",\"expiresAt\":\"%s\"}"
                .formatted(finding, end));
    assertThat(made.statusCode()).isEqualTo(201);
    String id = made.body().replaceAll("(?s).*?\"id\":\"([0-9a-f-]{36})\".*", "$1");
    assertThat(call(token, "GET", "/" + id + "?at=" + before, "").statusCode()).isEqualTo(404);
    engineer.get(at("/exceptions"));
    engineer.post(at("/exceptions/refuse"), Map.of("exception", id, "note", "mend it"));
    assertThat(call(token, "GET", "/" + id, "").body())
        .contains("\"state\":\"refused\"", "\"note\":\"mend it\"");
    assertThat(call(token, "GET", "?state=refused&finding=" + finding, "").body()).contains(id);
    assertThat(call(token, "GET", "?state=approved&finding=" + finding, "").body())
        .doesNotContain(id);
    assertThat(call(token, "GET", "?state=granted", "").statusCode()).isEqualTo(400);
    assertThat(call(token, "POST", "/" + id + ":withdraw", "").statusCode()).isEqualTo(422);
    assertThat(call(token, "POST", "", "{\"findings\":[],\"reason\":\"r\"}").body())
        .contains("/expiresAt");
  }

  @Test
  void manyAreAskedForByTheFilterAndDecidedInTheList() {
    var some = open.getLast();
    String filter = "check:" + some.check() + " ns:" + some.subject().namespace();
    engineer.get(at("/findings"));
    var form = Map.of("all", "true", "q", filter, "reason", "until the move", "until", day(10));
    assertThat(engineer.post(at("/findings/exceptions"), form).statusCode()).isEqualTo(302);
    String list = owner.get(at("/exceptions?q=" + encoded("until the move"))).body();
    assertThat(list).contains("until the move", ">Approve<");
    String id = first(list);
    owner.post(at("/exceptions/approve"), Map.of("exception", id));
    assertThat(owner.get(at("/exceptions?state=soon&q=" + encoded("until the move"))).body())
        .contains(id, "left");
    assertThat(owner.get(at("/")).body())
        .contains("Running out", ">Exception<", "counted as passed: ", "stand under an exception");
    assertThat(owner.get(at("/score")).body()).contains("With exceptions");
    assertThat(owner.get(at("/exceptions?state=active&at=2026-01-01T00:00Z")).body())
        .contains("No exception is in force");
    clock.advance(Duration.ofDays(12));
    assertThat(owner.get(at("/exceptions?state=over&q=" + encoded("until the move"))).body())
        .contains("Run out");
  }

  @Test
  void aFormThatIsWrongKeepsWhatWasTypedAndNamesTheField() {
    String page = "/findings/" + next();
    engineer.get(at(page));
    var tooLong = engineer.post(at(page + "/exception"), form("late & sorry", 4000));
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.body()).contains("late &amp; sorry", "one year at most");
    var empty = engineer.post(at(page + "/exception"), form(" ", 30));
    assertThat(empty.body()).contains("Write 1 to 2000 characters");
    var noDay = Map.of("reason", "r", "until", "soon");
    assertThat(engineer.post(at(page + "/exception"), noDay).body()).contains("Name the last day");
  }

  @Test
  void whoMayOnlyReadSeesNoForm() {
    String page = "/findings/" + next();
    assertThat(viewer.get(at(page)).body()).doesNotContain("Ask for an exception");
    assertThat(viewer.get(at("/findings")).body()).doesNotContain("Ask for an exception");
    assertThat(viewer.post(at(page + "/exception"), form("r", 3)).statusCode()).isEqualTo(403);
  }

  private String token(Visitor visitor, String name) {
    visitor.get(at("/settings/tokens"));
    visitor.post(at("/settings/tokens"), Map.of("name", name, "role", "OWNER", "days", "30"));
    var secret = SECRET.matcher(visitor.get(at("/settings/tokens")).body());
    assertThat(secret.find()).isTrue();
    return secret.group();
  }

  private HttpResponse<String> call(String token, String method, String path, String body) {
    return new Visitor(port)
        .send(
            method,
            "/api/v1/exceptions" + path,
            body,
            Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
  }

  private UUID next() {
    return open.get(taken++).id();
  }

  private Map<String, String> form(String reason, int days) {
    return Map.of("reason", reason, "until", day(days));
  }

  private String day(int days) {
    return ExceptionDays.day(clock, days).toString();
  }

  private static String first(String body) {
    var found = ID.matcher(body);
    assertThat(found.find()).as("an exception to choose").isTrue();
    return found.group(1);
  }

  private static String last(String page) {
    return page.substring(page.lastIndexOf('/') + 1);
  }

  private String at(String path) {
    return "/t/" + organisation.slug() + path;
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  /** Days as forms send them and pages write them. */
  private static final class ExceptionDays {

    static LocalDate day(TestClock clock, int days) {
      return clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(days);
    }

    static String words(TestClock clock, int days) {
      return dev.plumbline.web.pages.Format.day(day(clock, days));
    }
  }
}
