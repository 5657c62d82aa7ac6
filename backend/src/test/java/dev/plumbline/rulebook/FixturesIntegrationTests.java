package dev.plumbline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.inventory.Manifests;
import dev.plumbline.rulebook.OwnCheck.State;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlumblineTest
class FixturesIntegrationTests {

  private static final String ID = OwnChecksIntegrationTests.ID;
  private static final String SOURCE = OwnChecksIntegrationTests.SOURCE;

  private static final String FIXTURES =
      """
      fail: |
        # ! names no owner
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {containers: [{name: web}]}
      pass: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {owner: shop}}
        spec: {containers: [{name: web}]}
      """;

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec: {containers: [{name: web}]}
      """;

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired OwnChecks checks;

  private UUID tenant = new UUID(0, 0);

  @BeforeEach
  void foundAnOrganisation() {
    var person =
        people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough one");
    tenant = organisations.found("Rehearsing", person).id();
  }

  @Test
  void aCheckWhoseFixturesDoNotHoldIsKeptButNotActivated() {
    in(() -> checks.create(ID, SOURCE + FIXTURES.replace("# ! names no", "# ! has no")));
    assertThat(in(() -> checks.get(ID)).fixtures())
        .hasValueSatisfying(one -> {
          assertThat(one.hold()).isFalse();
          assertThat(one.words()).first().asString().endsWith("not found: has no owner");
        });
    tried();
    assertThat(in(() -> checks.get(ID)).proven()).isTrue();
    assertThat(in(() -> checks.get(ID)).ready()).isFalse();
    assertThatThrownBy(() -> in(() -> checks.activate(ID)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.why()).startsWith("Its fixtures do not hold. fail: "));

    in(() -> checks.change(ID, SOURCE + FIXTURES, Optional.empty()));
    tried();
    assertThat(in(() -> checks.get(ID)).fixtures())
        .hasValueSatisfying(one -> {
          assertThat(one.hold()).isTrue();
          assertThat(one.words())
              .containsExactly("Offences found as announced: 1. Objects passed: 1.");
          assertThat(one.cost().steps()).isPositive();
        });
    assertThat(in(() -> checks.activate(ID)).state()).isEqualTo(State.ACTIVE);
    in(() -> checks.change(ID, SOURCE, Optional.empty()));
    assertThat(in(() -> checks.get(ID)).fixtures()).isEmpty();
  }

  private void tried() {
    in(() -> checks.tryOut(checks.get(ID), "yard", () -> Manifests.snapshot(POD)));
  }

  private <T> T in(Supplier<T> work) {
    return Tenant.call(tenant, work);
  }
}
