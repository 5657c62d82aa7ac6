package dev.plumbline.inventory.collect.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ExcessTests {

  private static Rights rights(String rule) {
    return Rights.of(
        JsonMapper.shared()
            .readTree("{\"status\":{\"incomplete\":false,\"resourceRules\":[" + rule + "]}}"));
  }

  private static String rule(String verbs, String group, String resources) {
    return "{\"verbs\":[%s],\"apiGroups\":[\"%s\"],\"resources\":[%s]}"
        .formatted(quoted(verbs), group, quoted(resources));
  }

  private static String quoted(String words) {
    return "\"" + String.join("\",\"", words.split(" ")) + "\"";
  }

  private static List<String> excess(String rule) {
    return Excess.of(rights(rule), " in every namespace");
  }

  @ParameterizedTest
  @CsvSource({
    "create, '', pods",
    "get delete, '', pods",
    "*, *, *",
    "patch, apps, deployments",
    "impersonate, '', users",
    "escalate, rbac.authorization.k8s.io, clusterroles",
    "get, '', secrets",
    "list, '', secrets",
    "watch, '', *",
    "get, '', nodes/proxy",
    "create, '', pods/exec",
    "get, '', pods/portforward",
    "create, '', serviceaccounts/token",
    "create, authorization.k8s.io, 'selfsubjectaccessreviews pods'",
    "approve, certificates.k8s.io, signers"
  })
  void whatPlumblineNeverAsksForIsTooMuch(String verbs, String group, String resources) {
    assertThat(excess(rule(verbs, group, resources))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "list, '', pods",
    "get list watch, apps, *",
    "create, authorization.k8s.io, 'selfsubjectaccessreviews selfsubjectrulesreviews'",
    "create, authentication.k8s.io, selfsubjectreviews",
    "list, secrets-store.csi.x-k8s.io, secretproviderclasses",
    "get, '', pods/status"
  })
  void readingAndReviewsAreNotTooMuch(String verbs, String group, String resources) {
    assertThat(excess(rule(verbs, group, resources))).isEmpty();
  }

  @Test
  void theSentenceNamesVerbsObjectsAndPlace() {
    assertThat(excess(rule("get delete create", "", "pods services")))
        .containsExactly("It may create, delete pods, services in every namespace.");
    assertThat(excess(rule("*", "*", "*")))
        .contains("It may do anything with everything in every namespace.");
  }

  @Test
  void aRightOnNamedObjectsIsNotTheRightOnAll() {
    Rights rights =
        rights(
            "{\"verbs\":[\"list\"],\"apiGroups\":[\"\"],\"resources\":[\"pods\"],\"resourceNames\":[\"a\"]}");
    assertThat(rights.allows("list", "", "pods")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "[]", "null", "{\"status\":null}", "{\"status\":{\"resourceRules\":5}}"})
  void anAnswerThatTellsNothingIsIncomplete(String json) {
    Rights rights = Rights.of(JsonMapper.shared().readTree(json));
    assertThat(rights.incomplete()).isTrue();
    assertThat(rights.allows("list", "", "pods")).isFalse();
  }
}
