package dev.plumbline.web.pages.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.ApiCaller;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlumblineTest
class NodesPageIntegrationTests {

  private static final String PASSWORD = "nine plain words nobody else has";
  private static final String REPORT =
      """
      {"Controls": [{"id": "4", "version": "cis-1.12", "tests": [{"results": [
        {"test_number": "4.1.5", "status": "FAIL"}, {"test_number": "4.1.6", "status": "PASS"}]}]}]}
      """;
  private static final String URL = "/api/v1/clusters/yard/node-reports";

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Clusters clusters;
  @Autowired ApiTokens tokens;
  @LocalServerPort int port;

  private Organisation organisation;
  private Visitor visitor;

  @BeforeEach
  void signIn() {
    String email = UUID.randomUUID() + "@example.org";
    organisation = organisations.found("Nodes", people.register(email, "Mira Okafor", PASSWORD));
    visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    Tenant.run(organisation.id(), () -> clusters.registerOffline("yard"));
  }

  @Test
  void aReportHandedInOverTheApiIsShownAndFeedsItsControl() {
    var api = caller(Role.ENGINEER);
    assertThat(api.post(URL + "?node=n1", REPORT).statusCode()).isEqualTo(201);
    assertThat(ApiCaller.data(api.get(URL)).get(0).path("node").asString()).isEqualTo("n1");
    assertThat(api.get("/api/v1/clusters/yard/node-standing").body())
        .contains("node-file-4-1-5")
        .contains("fails on n1");
    assertThat(visitor.get("/t/" + organisation.slug() + "/clusters/yard/nodes").body())
        .contains("fails on n1")
        .contains("kind: CronJob")
        .contains("/api/v1/clusters/yard/node-reports");
  }

  @Test
  void whatIsWrongIsNamedAndAViewerMayNot() {
    var api = caller(Role.ENGINEER);
    var wrong = api.post(URL + "?node=n1", REPORT.replace("FAIL", "BAD"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("/Controls[0]/tests[0]/results[0]/status");
    assertThat(api.post(URL + "?node=..%2Fx", REPORT).statusCode()).isEqualTo(400);
    var other = api.post(URL + "?node=n1", REPORT.replace("cis-1.12", "cis-9"));
    assertThat(other.body()).contains("not known here");
    assertThat(caller(Role.VIEWER).post(URL + "?node=n1", REPORT).statusCode()).isEqualTo(403);
  }

  private ApiCaller caller(Role role) {
    String token =
        Tenant.call(organisation.id(), () -> tokens.create(role.name(), role, null, Role.OWNER));
    return new ApiCaller(port, token);
  }
}
