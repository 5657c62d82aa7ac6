package dev.plumbline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Invitations;
import dev.plumbline.tenant.Members;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlumblineTest
class SignInIntegrationTests {

  private static final String PASSWORD = "nine plain words nobody else has";

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Members members;
  @Autowired Invitations invitations;
  @Autowired ApiTokens tokens;
  @LocalServerPort int port;

  private final String email = UUID.randomUUID() + "@example.org";
  private Organisation organisation;

  @BeforeEach
  void foundAnOrganisation() {
    organisation = organisations.found("Halvard", people.register(email, "Mira Okafor", PASSWORD));
  }

  @Test
  void strangersAreSentToTheSameSignInFromEveryOrganisation() {
    var stranger = new Visitor(port);
    for (String slug : new String[] {organisation.slug(), "no-such-organisation"}) {
      var answer = stranger.get("/t/" + slug + "/findings");
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(location(answer)).endsWith("/login");
    }
  }

  @Test
  void afterSigningInOneIsWhereOneWantedToGo() {
    var visitor = new Visitor(port);
    visitor.get("/t/" + organisation.slug() + "/findings");
    var answer = visitor.signIn(email, PASSWORD);
    assertThat(location(answer)).contains("/t/" + organisation.slug() + "/findings");
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() {
    var wrong = new Visitor(port).signIn(email, "not the password at all");
    var unknown = new Visitor(port).signIn(UUID.randomUUID() + "@example.org", PASSWORD);
    assertThat(location(wrong)).endsWith("/login?wrong").isEqualTo(location(unknown));
  }

  @Test
  void anotherOrganisationDoesNotExistForThoseWhoAreNoMember() {
    var other =
        organisations.found(
            "Other", people.register(UUID.randomUUID() + "@example.org", "Someone", PASSWORD));
    var visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    var foreign = visitor.get("/t/" + other.slug() + "/findings");
    var missing = visitor.get("/t/no-such-organisation/findings");
    assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
    assertThat(foreign.body().replace(other.slug(), "x"))
        .isEqualTo(missing.body().replace("no-such-organisation", "x"));
  }

  @Test
  void aMemberOfTwoOrganisationsSwitchesWithoutSigningInAgain() {
    var inviter = people.register(UUID.randomUUID() + "@example.org", "Someone", PASSWORD);
    var other = organisations.found("Second", inviter);
    String secret =
        Tenant.call(other.id(), () -> invitations.invite(email, Role.VIEWER, Role.OWNER));
    invitations.accept(secret, people.withEmail(email).orElseThrow());
    var visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    assertThat(visitor.get("/").body()).contains("Halvard", "Second", "Viewer");
    for (String slug : new String[] {organisation.slug(), other.slug()}) {
      assertThat(visitor.get("/t/" + slug + "/no-such-page").statusCode()).isEqualTo(404);
      assertThat(visitor.post("/t/" + slug + "/theme", Map.of("theme", "dark")).statusCode())
          .isEqualTo(303);
    }
  }

  @Test
  void removingAMemberShutsTheDoorAtTheNextRequest() {
    var visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    visitor.get("/?choose");
    var path = "/t/" + organisation.slug() + "/theme";
    assertThat(visitor.post(path, Map.of("theme", "dark")).statusCode()).isEqualTo(303);
    people.changePassword(email, "another nine plain words here");
    assertThat(visitor.get("/t/" + organisation.slug() + "/").statusCode()).isEqualTo(302);
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    var visitor = new Visitor(port);
    assertThat(
            visitor
                .send(
                    "POST",
                    "/login",
                    "email=a&password=b",
                    Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void theApiOpensToATokenAndToNothingElse() {
    String secret =
        Tenant.call(organisation.id(), () -> tokens.create("ci", Role.VIEWER, null, Role.OWNER));
    var visitor = new Visitor(port);
    assertThat(visitor.get("/api/v1/no-such").statusCode()).isEqualTo(401);
    assertThat(visitor.get("/api/v1/no-such", "Authorization", "Bearer x").statusCode())
        .isEqualTo(401);
    var known = visitor.get("/api/v1/no-such", "Authorization", "Bearer " + secret);
    assertThat(known.statusCode()).isEqualTo(404);
    assertThat(known.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(visitor.get("/api/v1/no-such?token=" + secret).statusCode()).isEqualTo(400);
    visitor.signIn(email, PASSWORD);
    assertThat(visitor.get("/api/v1/no-such").statusCode()).isEqualTo(401);
  }

  @Test
  void everyAnswerForbidsWhatIsInlineForeignOrFramed() {
    var answer = new Visitor(port).get("/login");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'self'", "frame-ancestors 'none'");
    assertThat(answer.headers().firstValue("cache-control").orElseThrow()).contains("no-store");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElse("");
  }
}
