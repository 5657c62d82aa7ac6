package dev.plumbline.inventory.collect.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.collect.Kinds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ReaderRoleTests {

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> documents() {
    var documents = new ArrayList<Map<String, Object>>();
    new Load(LoadSettings.builder().build())
        .loadAllFromString(ReaderRole.yaml())
        .forEach(document -> documents.add((Map<String, Object>) document));
    return documents;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, List<String>>> rules() {
    return documents().stream()
        .filter(document -> "ClusterRole".equals(document.get("kind")))
        .flatMap(document -> ((List<Map<String, List<String>>>) document.get("rules")).stream())
        .toList();
  }

  @Test
  void theRoleAsksForExactlyTheKindsThatAreCollected() {
    var asked = new ArrayList<String>();
    for (var rule : rules()) {
      for (String group : rule.get("apiGroups")) {
        rule.get("resources").forEach(it -> asked.add(group.isEmpty() ? it : it + "." + group));
      }
    }
    List<String> collected =
        Arrays.stream(Kinds.values()).filter(Kinds::inReaderRole).map(Kinds::resource).toList();
    assertThat(asked).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(collected);
  }

  @Test
  void theRoleMayOnlyList() {
    assertThat(rules())
        .allSatisfy(rule -> {
          assertThat(rule.keySet()).containsExactlyInAnyOrder("apiGroups", "resources", "verbs");
          assertThat(rule.get("verbs")).containsExactly("list");
        });
    assertThat(ReaderRole.yaml()).doesNotContain("*").doesNotContain("secrets");
  }

  @Test
  void theFileHoldsNothingButNamespaceAccountRoleAndBinding() {
    assertThat(documents())
        .extracting(document -> document.get("kind"))
        .containsExactly("Namespace", "ServiceAccount", "ClusterRole", "ClusterRoleBinding");
  }

  @Test
  void everyRuleHasItsReason() {
    assertThat(ReaderRole.rules()).hasSameSizeAs(rules());
    assertThat(ReaderRole.rules())
        .allSatisfy(rule -> assertThat(rule.reason()).hasSizeGreaterThan(20).endsWith("."));
  }

  @Test
  void missingRightsAreGrantedByTheSameRules() {
    assertThat(ReaderRole.rulesFor(List.of("pods", "cronjobs.batch")))
        .contains("  resources: [pods]\n", "- apiGroups: [batch]\n  resources: [cronjobs]\n")
        .doesNotContain("deployments");
    assertThat(ReaderRole.rulesFor(List.of())).isEmpty();
  }
}
