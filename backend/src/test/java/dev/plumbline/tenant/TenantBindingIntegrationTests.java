package dev.plumbline.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.testing.PlumblineTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlumblineTest
class TenantBindingIntegrationTests {

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Members members;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  private Organisation one;
  private Organisation two;

  @BeforeEach
  void foundTwoOrganisations() {
    one = organisations.found("One", person());
    two = organisations.found("Two", person());
  }

  private Person person() {
    return people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough password");
  }

  @Test
  void withoutATenantNoTransactionBegins() {
    assertThatThrownBy(() -> transaction.execute(status -> 1)).isInstanceOf(Tenant.NoTenant.class);
  }

  @Test
  void twentyRefusalsLeaveThePoolWhole() {
    for (int i = 0; i < 20; i++) {
      withoutATenantNoTransactionBegins();
    }
    List<Members.Member> all = Tenant.call(one.id(), () -> members.all());
    assertThat(all).hasSize(1);
  }

  @Test
  void outsideATransactionRawSqlSeesNothing() {
    assertThat(count()).isZero();
    long count = Tenant.call(one.id(), this::count);
    assertThat(count).isZero();
  }

  @Test
  void insideATransactionRawSqlSeesOneTenant() {
    List<UUID> seen = Tenant.call(one.id(), () -> transaction.execute(status -> tenantsSeen()));
    assertThat(seen).containsExactly(one.id());
  }

  @Test
  void enteringAnotherTenantInsideATransactionIsRefused() {
    assertThatThrownBy(() ->
            Tenant.run(
                one.id(),
                () ->
                    transaction.executeWithoutResult(
                        status -> Tenant.run(two.id(), () -> members.all()))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another tenant");
  }

  @Test
  void anotherTenantsRowCannotBeWritten() {
    assertThatThrownBy(() ->
            Tenant.run(
                one.id(),
                () ->
                    transaction.executeWithoutResult(status ->
                        jdbc.update(
                            "insert into audit_head (tenant_id, seq, hash) values (?, 1, '')",
                            two.id()))))
        .hasStackTraceContaining("row-level security");
  }

  /** T3: a pool under mixed load, with failures, rollbacks and cancelled statements. */
  @Test
  void noConnectionKeepsATenant() throws Exception {
    var tenants = List.of(one.id(), two.id());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results =
          IntStream.range(0, 2000)
              .mapToObj(i -> threads.submit(() -> mixed(tenants.get(i % 2), i)))
              .toList();
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    }
    for (int i = 0; i < 30; i++) {
      assertThat(
              jdbc.queryForObject(
                  "select coalesce(current_setting('app.tenant', true), '')", String.class))
          .isEmpty();
    }
  }

  private boolean mixed(UUID tenant, int i) {
    var random = RandomGenerator.of("L64X128MixRandom");
    try {
      return Tenant.call(
          tenant,
          () ->
              transaction.execute(status -> {
                boolean right = tenantsSeen().equals(List.of(tenant));
                switch (random.nextInt(4)) {
                  case 0 -> status.setRollbackOnly();
                  case 1 -> jdbc.execute("select 1 / 0");
                  case 2 -> jdbc.execute("set local statement_timeout = 1");
                  default -> {}
                }
                return right;
              }));
    } catch (org.springframework.dao.DataAccessException e) {
      return true;
    }
  }

  private long count() {
    return java.util.Objects.requireNonNull(
        jdbc.queryForObject("select count(*) from membership", Long.class));
  }

  private List<UUID> tenantsSeen() {
    return jdbc.queryForList("select distinct tenant_id from membership", UUID.class);
  }
}
