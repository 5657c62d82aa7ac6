package dev.plumbline.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.testing.PlumblineTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlumblineTest
class AuditChainIntegrationTests {

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Audit audit;
  @Autowired AuditChain chain;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  @Test
  void aChainAsWrittenIsWhole() {
    var organisation = founded();
    Tenant.run(
        organisation.id(),
        () -> {
          audit.record("cluster.registered", "prod", "=cmd()\n<b>é</b>");
          audit.record("cluster.registered", "stage", "");
          assertThat(chain.firstBroken()).isEmpty();
          assertThat(audit.before(Long.MAX_VALUE, 10))
              .extracting(Audit.Entry::target)
              .startsWith("stage", "prod");
        });
  }

  @Test
  void theAppRoleCanNeitherChangeNorDeleteAnEntry() {
    var organisation = founded();
    Tenant.run(
        organisation.id(),
        () -> {
          for (var statement :
              new String[] {"update audit_event set target = 'x'", "delete from audit_event"}) {
            assertThatThrownBy(
                    () -> transaction.executeWithoutResult(status -> jdbc.execute(statement)))
                .hasStackTraceContaining("permission denied");
          }
        });
  }

  @Test
  void deletingAnOrganisationLeavesNothingAndTouchesNoOther() {
    var kept = founded();
    var gone = founded();
    Tenant.run(gone.id(), () -> organisations.delete(gone.slug()));
    assertThat(organisations.withSlug(gone.slug())).isEmpty();
    assertThat(entriesOf(kept)).isNotEmpty();
    assertThat(entriesOf(gone)).isEmpty();
  }

  private java.util.List<Audit.Entry> entriesOf(Organisation organisation) {
    return Tenant.call(organisation.id(), () -> audit.before(Long.MAX_VALUE, 10));
  }

  private Organisation founded() {
    return organisations.found(
        "Audited",
        people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough password"));
  }
}
