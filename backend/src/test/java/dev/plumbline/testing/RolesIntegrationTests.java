package dev.plumbline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@NeedsDatabase
class RolesIntegrationTests {

  private final TestDatabase database = TestDatabase.empty();
  private final JdbcTemplate app = new JdbcTemplate(database.app());

  @Test
  void theAppRoleMayNotMakeTables() {
    assertThatThrownBy(() -> app.execute("create table mine (id int)"))
        .hasStackTraceContaining("permission denied for schema public");
  }

  @Test
  void theAppRoleMayNotMakeTemporaryTables() {
    assertThatThrownBy(() -> app.execute("create temporary table mine (id int)"))
        .hasStackTraceContaining("permission denied to create temporary tables");
  }

  @Test
  void theAppRoleMayNotMakeSchemas() {
    assertThatThrownBy(() -> app.execute("create schema mine"))
        .hasStackTraceContaining("permission denied for database");
  }

  @Test
  void theAppRoleOwnsNothing() {
    assertThat(
            app.queryForObject(
                "select count(*) from pg_shdepend d join pg_roles r on r.oid = d.refobjid"
                    + " where r.rolname = 'plumbline_app' and d.deptype = 'o'",
                Integer.class))
        .isZero();
  }

  @Test
  void neitherRoleCanPassRowLevelSecurity() {
    assertThat(
            app.queryForList(
                "select rolname from pg_roles where rolname like 'plumbline_%'"
                    + " and not rolsuper and not rolbypassrls and not rolcreaterole",
                String.class))
        .containsExactlyInAnyOrder("plumbline_app", "plumbline_owner");
  }
}
