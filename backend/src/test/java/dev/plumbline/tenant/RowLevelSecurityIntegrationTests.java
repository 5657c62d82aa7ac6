package dev.plumbline.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testing.NeedsDatabase;
import dev.plumbline.testing.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** T1 of the isolation tests, and T5: whatever is taken away from one table turns T1 red. */
@NeedsDatabase
class RowLevelSecurityIntegrationTests {

  @Test
  void everyTableIsBoundToItsTenantOrOnTheReviewedList() {
    assertThat(TenantCatalogue.violations(TestDatabase.fresh().superuser())).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> droppingAPolicyIsNoticed() {
    return mutations("drop policy tenant_isolation on %s");
  }

  @TestFactory
  Stream<DynamicTest> switchingRowLevelSecurityOffIsNoticed() {
    return Stream.concat(
        mutations("alter table %s disable row level security"),
        mutations("alter table %s no force row level security"));
  }

  @TestFactory
  Stream<DynamicTest> grantingMoreIsNoticed() {
    return mutations("grant truncate on %s to plumbline_app");
  }

  @TestFactory
  Stream<DynamicTest> aSubSelectInAPolicyIsNoticed() {
    return mutations(
        "create policy narrow on %s as restrictive for insert"
            + " with check (exists (select from organisation))");
  }

  @Test
  void aSubSelectIsNamedAsOne() {
    var database = TestDatabase.fresh().superuser();
    new JdbcTemplate(database)
        .execute("alter policy before_tenant on job using ((select count(*) from cluster) > 0)");
    assertThat(TenantCatalogue.violations(database))
        .containsExactly("job has a sub-select in its policy before_tenant");
  }

  private static Stream<DynamicTest> mutations(String statement) {
    var database = TestDatabase.fresh().superuser();
    var jdbc = new JdbcTemplate(database);
    var seen = new AtomicInteger(TenantCatalogue.violations(database).size());
    return TenantCatalogue.tenantTables(database).stream()
        .map(table ->
            DynamicTest.dynamicTest(
                table,
                () -> {
                  int before = TenantCatalogue.violations(database).size();
                  jdbc.execute(statement.formatted(table));
                  assertThat(TenantCatalogue.violations(database).size()).isGreaterThan(before);
                }));
  }
}
