package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlumblineTest
class AttestationsIntegrationTests {

  private static final String PCI = "pci-dss-4.0.1";

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Attestations attestations;
  @Autowired Audit audit;
  @Autowired TestClock clock;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  private Organisation organisation;

  @BeforeEach
  void found() {
    organisation = founded();
  }

  @Test
  void anAttestationStandsFromItsInstantToItsEnd() {
    Instant before = clock.instant().minusSeconds(1);
    Tenant.run(
        organisation.id(),
        () -> {
          attestations.attest(draft("1.1.1", Duration.ofDays(90)));
          assertThat(status(clock.instant())).isEqualTo(ControlStatus.ATTESTED);
          assertThat(attestations.at(before).entries()).isEmpty();
          assertThat(status(clock.instant().plus(Duration.ofDays(91))))
              .isEqualTo(ControlStatus.EXPIRED);
        });
  }

  @Test
  void whatWasWithdrawnStillStoodBefore() {
    Tenant.run(
        organisation.id(),
        () -> {
          UUID id = attestations.attest(draft("1.1.1", Duration.ofDays(90)));
          Instant then = clock.instant();
          clock.advance(Duration.ofMinutes(5));
          attestations.withdraw(id);
          assertThat(attestations.at(then).entries()).hasSize(1);
          assertThat(attestations.at(clock.instant()).entries()).isEmpty();
          assertThat(attestations.of(PCI, "1.1.1")).hasSize(1);
          assertThatThrownBy(() -> attestations.withdraw(id)).isInstanceOf(Refused.class);
        });
  }

  @Test
  void bothDeedsAreInTheAuditLog() {
    Tenant.run(
        organisation.id(),
        () -> {
          attestations.withdraw(attestations.attest(draft("1.1.1", Duration.ofDays(1))));
          assertThat(audit.before(Long.MAX_VALUE, 2))
              .extracting(Audit.Entry::action)
              .containsExactly("attestation.withdrawn", "control.attested");
        });
  }

  @Test
  void anotherOrganisationSeesNothingAndWithdrawsNothing() {
    UUID id =
        Tenant.call(
            organisation.id(), () -> attestations.attest(draft("1.1.1", Duration.ofDays(90))));
    Tenant.run(
        founded().id(),
        () -> {
          assertThat(attestations.at(clock.instant()).entries()).isEmpty();
          assertThatThrownBy(() -> attestations.withdraw(id)).isInstanceOf(NotHere.class);
        });
  }

  @Test
  void anEndIsNeededAndNotTooFar() {
    Tenant.run(
        organisation.id(),
        () -> {
          refuses(draft("1.1.1", Duration.ZERO), "expiresAt");
          refuses(draft("1.1.1", Duration.ofDays(800)), "expiresAt");
        });
  }

  @Test
  void wordsAreNeeded() {
    Instant end = clock.instant().plus(Duration.ofDays(1));
    Tenant.run(
        organisation.id(),
        () -> {
          refuses(new Attestations.Draft(PCI, "1.1.1", null, " ", "wiki", end), "statement");
          refuses(new Attestations.Draft(PCI, "1.1.1", null, "yes", "", end), "evidence");
        });
  }

  @Test
  void whatFindingsAnswerIsNotAttested() {
    Tenant.run(
        organisation.id(),
        () -> refuses(draft("cis-1.12", "5.2.2", null, Duration.ofDays(1)), "control"));
  }

  @Test
  void unknownControlsAndClustersAreNotHere() {
    Tenant.run(
        organisation.id(),
        () -> {
          assertThatThrownBy(() -> attestations.attest(draft("99", Duration.ofDays(1))))
              .isInstanceOf(NotHere.class);
          var elsewhere = draft(PCI, "1.1.1", UUID.randomUUID(), Duration.ofDays(1));
          assertThatThrownBy(() -> attestations.attest(elsewhere)).isInstanceOf(NotHere.class);
        });
  }

  @Test
  void theAppRoleCannotRewriteWhatWasSaid() {
    Tenant.run(
        organisation.id(),
        () ->
            assertThatThrownBy(() ->
                    transaction.executeWithoutResult(
                        status -> jdbc.execute("update attestation set statement = 'x'")))
                .hasStackTraceContaining("permission denied"));
  }

  private void refuses(Attestations.Draft draft, String field) {
    assertThatThrownBy(() -> attestations.attest(draft))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }

  private ControlStatus status(Instant at) {
    return attestations
        .at(at)
        .of(PCI, "1.1.1", UUID.randomUUID())
        .map(entry -> entry.statusAt(at))
        .orElse(ControlStatus.OPEN);
  }

  private Attestations.Draft draft(String control, Duration lifetime) {
    return draft(PCI, control, null, lifetime);
  }

  private Attestations.Draft draft(
      String framework, String control, @Nullable UUID cluster, Duration lifetime) {
    return new Attestations.Draft(
        framework,
        control,
        cluster,
        "Policies are kept, read and signed.",
        "wiki/policies, version 4",
        clock.instant().plus(lifetime));
  }

  private Organisation founded() {
    return organisations.found(
        "Attesting",
        people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough password"));
  }
}
