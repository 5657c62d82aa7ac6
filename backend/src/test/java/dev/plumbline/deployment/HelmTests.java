package dev.plumbline.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelmTests {

  private static final Path CHART = Path.of("../helm/plumbline");

  @Test
  void theChartPassesTheStrictLint() {
    var lint = new Helm(CHART).lint().strict().call();
    assertThat(lint.isFailed()).as(String.join("\n", lint.getMessages())).isFalse();
  }

  @Test
  void everyPodKeepsToTheRestrictedProfile() {
    assertThat(pods(smallest())).hasSize(1);
    for (Yaml pod : pods(smallest())) {
      var security = pod.at("securityContext");
      assertThat(security.get("runAsNonRoot")).isEqualTo(true);
      assertThat(security.at("seccompProfile").get("type")).isEqualTo("RuntimeDefault");
      assertThat(pod.get("automountServiceAccountToken")).isEqualTo(false);
      for (Yaml container : pod.list("containers")) {
        var own = container.at("securityContext");
        assertThat(own.get("allowPrivilegeEscalation")).isEqualTo(false);
        assertThat(own.get("readOnlyRootFilesystem")).isEqualTo(true);
        assertThat(own.at("capabilities").get("drop")).isEqualTo(List.of("ALL"));
        assertThat(container.at("resources").get("limits")).isNotNull();
      }
    }
  }

  @Test
  void secretsComeFromSecretsOnly() {
    var settings =
        smallest()
            .set("setup.org", "First")
            .set("setup.email", "a@example.org")
            .set("setup.existingSecret", "first-owner")
            .set("mail.host", "smtp.example.org")
            .set("mail.existingSecret", "smtp");
    var environment = pods(settings).getFirst().list("containers").getFirst().list("env");
    assertThat(environment)
        .filteredOn(it -> String.valueOf(it.get("name")).matches(".*(PASSWORD|TOKEN)"))
        .hasSize(5)
        .allSatisfy(it -> assertThat(it.get("value")).isNull())
        .allSatisfy(
            it -> assertThat(it.at("valueFrom").at("secretKeyRef").get("name")).isNotNull());
  }

  @Test
  void trafficIsLimitedAndDisruptionBounded() {
    var kinds = Yaml.documents(smallest().call()).stream().map(it -> it.get("kind")).toList();
    assertThat(kinds)
        .contains(
            "NetworkPolicy", "PodDisruptionBudget", "Service", "ServiceAccount", "Deployment");
    assertThat(smallest().call()).contains("169.254.0.0/16");
  }

  @Test
  void theIngressComesWhenAskedFor() {
    assertThat(smallest().call()).doesNotContain("kind: Ingress");
    assertThat(smallest().set("ingress.enabled", true).set("ingress.host", "p.example.org").call())
        .contains("kind: Ingress")
        .contains("p.example.org");
  }

  @Test
  void whatMustBeGivenIsAskedForByName() {
    for (var wanted :
        List.of("database.url", "database.existingSecret", "encryption.existingSecret")) {
      var command = new Helm(CHART).template().withKubeVersion("1.31.0").withName("p");
      NEEDED.forEach((name, value) -> {
        if (!name.equals(wanted)) command.set(name, value);
      });
      assertThatThrownBy(command::call).hasMessageContaining(wanted + " is required");
    }
  }

  @Test
  void unknownAndMalformedValuesAreRefused() {
    assertThatThrownBy(() -> smallest().set("replcas", 3).call()).hasMessageContaining("replcas");
    assertThatThrownBy(() -> smallest().set("database.url", "postgres://x").call())
        .hasMessageContaining("url");
  }

  private static final Map<String, String> NEEDED =
      Map.of(
          "database.url", "jdbc:postgresql://db:5432/plumbline",
          "database.existingSecret", "plumbline-database",
          "encryption.existingSecret", "plumbline-key");

  private static TemplateCommand smallest() {
    var command =
        new Helm(CHART)
            .template()
            .withKubeVersion("1.31.0")
            .withName("p")
            .withNamespace("plumbline");
    NEEDED.forEach(command::set);
    return command;
  }

  private static List<Yaml> pods(TemplateCommand command) {
    return Yaml.documents(command.call()).stream()
        .filter(it -> List.of("Pod", "Deployment").contains(it.get("kind")))
        .map(it ->
            it.get("kind").equals("Pod") ? it.at("spec") : it.at("spec").at("template").at("spec"))
        .toList();
  }
}
