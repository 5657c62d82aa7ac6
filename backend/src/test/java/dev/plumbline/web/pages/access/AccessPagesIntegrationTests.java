package dev.plumbline.web.pages.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.ApiCaller;
import dev.plumbline.testing.HandedIn;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.Visitor;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlumblineTest
class AccessPagesIntegrationTests {

  private static final String PASSWORD = "nine plain words nobody else has";
  private static final String ACCESS = "/api/v1/clusters/yard/access";
  private static final String RBAC =
      """
      {"apiVersion": "v1", "kind": "List", "metadata": {}, "items": [
        {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole",
         "metadata": {"name": "binder"}, "rules": [
          {"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["clusterroles"],
           "verbs": ["bind"]},
          {"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["clusterrolebindings"],
           "verbs": ["create"]}]},
        {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRoleBinding",
         "metadata": {"name": "helpers"},
         "roleRef": {"kind": "ClusterRole", "name": "binder"},
         "subjects": [{"kind": "User", "name": "=cmd()"},
                      {"kind": "Group", "name": "system:nodes"}]},
        {"apiVersion": "v1", "kind": "Namespace",
         "metadata": {"name": "shop",
          "labels": {"pod-security.kubernetes.io/enforce": "baseline"}}},
        {"apiVersion": "v1", "kind": "Node",
         "metadata": {"name": "n0", "labels": {"node-role.kubernetes.io/control-plane": ""}}},
        {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role",
         "metadata": {"name": "maker", "namespace": "shop"}, "rules": [
          {"apiGroups": [""], "resources": ["pods"], "verbs": ["create"]}]},
        {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "RoleBinding",
         "metadata": {"name": "makers", "namespace": "shop"},
         "roleRef": {"kind": "Role", "name": "maker"},
         "subjects": [{"kind": "User", "name": "mona"}]}]}
      """;

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Clusters clusters;
  @Autowired Scans scans;
  @Autowired ApiTokens tokens;
  @LocalServerPort int port;

  private Organisation organisation;
  private Visitor visitor;
  private String base;

  @BeforeEach
  void signIn() {
    String email = UUID.randomUUID() + "@example.org";
    organisation = organisations.found("Access", people.register(email, "Mira Okafor", PASSWORD));
    visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    base = "/t/" + organisation.slug();
  }

  @Test
  void withoutAScanItSaysSo() {
    assertThat(visitor.get(base + "/access").body()).contains("Never scanned");
    assertThat(visitor.get(base + "/access?cluster=none").statusCode()).isEqualTo(404);
  }

  @Test
  void aPathIsShownStepByStepAndTheDistributionApart() {
    scanned();
    assertThat(visitor.get(base + "/access").body())
        .contains("User =cmd() may create ClusterRoleBindings in the whole cluster")
        .contains("The verb bind lets it bind to itself")
        .contains("ClusterRoleBinding helpers to ClusterRole binder")
        .contains("No answer here is whole")
        .contains("1&nbsp;subject gets".replace("&nbsp;", "\u00a0"))
        .contains("Group system:nodes");
  }

  @Test
  void aPathThatAdmissionStopsIsShownApartWithWhatStopsIt() {
    scanned();
    String by = "blocked by Pod Security level baseline in namespace shop";
    assertThat(visitor.get(base + "/access").body())
        .contains("Stopped by admission alone")
        .contains("User mona")
        .contains("It is " + by);
    assertThat(visitor.get(base + "/access/what?subject=User+mona").body())
        .contains("How it would get to administrator")
        .contains("way to administrator " + by);
    assertThat(visitor.get(base + "/access.csv").body())
        .contains("\"\",\"\",\"User mona may create pods in namespace shop.")
        .contains("\"" + by + "\"");
    var blocked = ApiCaller.data(api().get(ACCESS + "/blocked-paths"));
    assertThat(blocked.size()).isEqualTo(1);
    var path = blocked.get(0);
    assertThat(path.path("subject").asString()).isEqualTo("User mona");
    assertThat(path.at("/blockedBy/0/namespace").asString()).isEqualTo("shop");
    assertThat(path.at("/blockedBy/0/policies/0").asString())
        .isEqualTo("Pod Security level baseline");
    assertThat(path.at("/steps/0/blocked").asBoolean()).isTrue();
  }

  @Test
  void whoCanAndWhatCanAnswer() {
    scanned();
    assertThat(visitor.get(base + "/access/who?verb=bind&resource=clusterroles").body())
        .contains("User =cmd()")
        .contains("whole cluster");
    assertThat(visitor.get(base + "/access/who?verb=get&resource=secrets").body())
        .contains("None of them.");
    assertThat(visitor.get(base + "/access/who?verb=get").body()).contains("Name a resource");
    assertThat(visitor.get(base + "/access/what?subject=User+%3Dcmd()").body())
        .contains("How it gets to administrator")
        .contains("clusterrolebindings of rbac.authorization.k8s.io");
    assertThat(visitor.get(base + "/access/what?subject=jane").body())
        .contains("A subject looks like");
  }

  @Test
  void noCellOfTheExportBeginsAsAFormula() {
    scanned();
    var csv = visitor.get(base + "/access.csv");
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.body())
        .contains("\"own\",\"User\",\"\",\"'=cmd()\"")
        .contains("\"distribution\",\"Group\"")
        .doesNotContain("\"=");
  }

  @Test
  void theApiTellsTheSame() {
    scanned();
    var api = api();
    String url = ACCESS;
    var paths = ApiCaller.data(api.get(url + "/paths"));
    assertThat(paths.size()).isEqualTo(2);
    assertThat(paths.get(0).path("subject").asString()).isEqualTo("User =cmd()");
    assertThat(paths.get(0).path("steps").get(0).path("technique").asString()).isEqualTo("BIND");
    assertThat(ApiCaller.data(api.get(url + "/who?verb=bind&resource=clusterroles")).size())
        .isEqualTo(2);
    assertThat(ApiCaller.data(api.get(url + "/what?subject=Group%20system%3Anodes")).size())
        .isEqualTo(2);
    assertThat(ApiCaller.data(api.get(url + "/unread")).size()).isPositive();
    assertThat(api.get(url + "/what?subject=jane").statusCode()).isEqualTo(400);
    assertThat(api.get("/api/v1/clusters/none/access/paths").statusCode()).isEqualTo(404);
  }

  private ApiCaller api() {
    String token =
        Tenant.call(
            organisation.id(), () -> tokens.create("reader", Role.VIEWER, null, Role.OWNER));
    return new ApiCaller(port, token);
  }

  private void scanned() {
    Tenant.run(
        organisation.id(),
        () -> HandedIn.scan(scans, clusters.registerOffline("yard").id(), Instant.now(), RBAC));
  }
}
