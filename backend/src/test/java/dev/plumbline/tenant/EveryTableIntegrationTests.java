package dev.plumbline.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.finding.Waivers;
import dev.plumbline.scan.SampleData;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** T2: as the app role, every table × select, insert, update, delete across two full tenants. */
@PlumblineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTableIntegrationTests {

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired SampleData sample;
  @Autowired Findings findings;
  @Autowired Waivers waivers;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;
  @Autowired TestDatabase database;

  private UUID own;
  private UUID other;

  @BeforeAll
  void fillTwoTenants() {
    own = filled("Own rows");
    other = filled("Other rows");
  }

  private UUID filled(String name) {
    var owner =
        people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough password");
    UUID id = organisations.found(name, owner).id();
    Tenant.run(id, sample::load);
    Tenant.run(
        id, () -> Actor.<RuntimeException, RuntimeException>enter(Actor.of(owner), this::waive));
    return id;
  }

  private void waive() {
    var finding = findings.page(FindingFilter.ALL, null, 1).findings().getFirst().id();
    Instant end = Instant.now().plus(Duration.ofDays(30));
    waivers.request(new Waivers.Draft(List.of(finding), "accepted", "", end));
  }

  @Test
  void theTenantsHoldRowsToCross() {
    var filled =
        TenantCatalogue.tenantTables(database.superuser()).stream()
            .filter(table -> may(table, "SELECT") && count(table) > 0)
            .toList();
    assertThat(filled)
        .contains(
            "organisation", "membership", "cluster", "scan", "finding", "check_tally", "waiver");
  }

  @TestFactory
  Stream<DynamicTest> onlyOwnRowsAreSeen() {
    return tables("SELECT")
        .map(table ->
            DynamicTest.dynamicTest(
                table,
                () -> {
                  List<UUID> seen = inOwn("select distinct tenant_id from " + table, UUID.class);
                  assertThat(seen).isSubsetOf(own);
                  assertThat(rows("select 1 from %s where tenant_id = '%s'", table)).isZero();
                }));
  }

  @TestFactory
  Stream<DynamicTest> anotherTenantsRowsCannotBeDeleted() {
    return tables("DELETE")
        .map(table ->
            DynamicTest.dynamicTest(
                table,
                () -> assertThat(change("delete from %s where tenant_id = '%s'", table)).isZero()));
  }

  @TestFactory
  Stream<DynamicTest> ownRowsCannotBeGivenAway() {
    return tables("UPDATE")
        .filter(table -> count(table) > 0)
        .map(table ->
            DynamicTest.dynamicTest(table, () -> refused("update %s set tenant_id = '%s'", table)));
  }

  @TestFactory
  Stream<DynamicTest> rowsCannotBePutIntoAnotherTenant() {
    return tables("INSERT")
        .filter(table -> may(table, "SELECT") && count(table) > 0)
        .map(table ->
            DynamicTest.dynamicTest(
                table,
                () ->
                    refused(
                        "insert into %1$s select (jsonb_populate_record(null::%1$s, to_jsonb(x)"
                            + " || jsonb_build_object('tenant_id', '%2$s'))).* from %1$s x"
                            + " limit 1",
                        table)));
  }

  private Stream<String> tables(String privilege) {
    return TenantCatalogue.tenantTables(database.superuser()).stream()
        .filter(table -> may(table, privilege));
  }

  private boolean may(String table, String privilege) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject("select has_table_privilege(?, ?)", Boolean.class, table, privilege));
  }

  private int count(String table) {
    return inOwn("select 1 from " + table + " limit 1", Integer.class).size();
  }

  private int rows(String statement, String table) {
    return inOwn(statement.formatted(table, other), Integer.class).size();
  }

  private <T> List<T> inOwn(String statement, Class<T> type) {
    return Tenant.call(
        own, () -> transaction.execute(status -> jdbc.queryForList(statement, type)));
  }

  /** Undone at once: what one test could wrongly change must not hide it from the next. */
  private int change(String statement, String table) {
    return Tenant.call(
        own,
        () ->
            transaction.execute(status -> {
              status.setRollbackOnly();
              return jdbc.update(statement.formatted(table, other));
            }));
  }

  private void refused(String statement, String table) {
    assertThatThrownBy(() -> change(statement, table))
        .hasStackTraceContaining("row-level security policy");
  }
}
