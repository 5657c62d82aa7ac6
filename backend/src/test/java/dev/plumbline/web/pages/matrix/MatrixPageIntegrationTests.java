package dev.plumbline.web.pages.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.compliance.Control;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlumblineTest
class MatrixPageIntegrationTests {

  private static final String PASSWORD = "a long enough password";
  private static final String ATTACK = "mitre-attack-containers";

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Frameworks frameworks;
  @LocalServerPort int port;

  private Visitor visitor;
  private String base;

  @BeforeEach
  void signIn() {
    String email = UUID.randomUUID() + "@example.org";
    var organisation = organisations.found("Tactful", people.register(email, "Mira", PASSWORD));
    visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    base = "/t/" + organisation.slug();
  }

  @Test
  void everyTechniqueHasACellInEachOfItsTactics() {
    var answer = visitor.get(base + "/frameworks/" + ATTACK + "/matrix");
    assertThat(answer.statusCode()).isEqualTo(200);
    for (Control technique : frameworks.find(ATTACK).orElseThrow().controls()) {
      assertThat(answer.body().split("/controls/" + ATTACK + "/" + technique.id() + "\"", -1))
          .as(technique.id())
          .hasSize(technique.tactics().size() + 1);
    }
  }

  @Test
  void withoutAScanNothingPasses() {
    assertThat(visitor.get(base + "/frameworks/" + ATTACK + "/matrix").body())
        .contains("not judged")
        .doesNotContain(" passing")
        .doesNotContain(" failing<");
  }

  @Test
  void theListAndTheMatrixLeadToEachOther() {
    assertThat(visitor.get(base + "/frameworks/" + ATTACK).body()).contains(ATTACK + "/matrix");
    assertThat(visitor.get(base + "/frameworks/" + ATTACK + "/matrix").body())
        .contains("/frameworks/" + ATTACK + "\"");
    assertThat(visitor.get(base + "/frameworks/gdpr").body()).doesNotContain("gdpr/matrix");
  }

  @Test
  void whatHasNoTacticsHasNoMatrix() {
    for (String path :
        new String[] {"gdpr/matrix", "none/matrix", ATTACK + "/matrix?cluster=none"}) {
      assertThat(visitor.get(base + "/frameworks/" + path).statusCode()).as(path).isEqualTo(404);
    }
  }
}
