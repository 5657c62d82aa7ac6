package dev.plumbline.tenant;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Walks PostgreSQL's catalogue and names whatever could let one tenant see another's rows. */
final class TenantCatalogue {

  /** Tables without a tenant, each for a reason its migration tells. */
  private static final Set<String> PLATFORM =
      Set.of(
          "person",
          "setup_link",
          "spring_session",
          "spring_session_attributes",
          "scheduled_tasks",
          "flyway_schema_history");

  /** Tables that definer functions read, or claim from, before a tenant is known. */
  private static final Set<String> BEFORE_TENANT =
      Set.of("organisation", "membership", "invitation", "api_token", "job", "cluster_credential");

  private static final Set<String> GLOBALLY_UNIQUE = Set.of("organisation_slug_key");

  private static final Set<String> DEFINERS =
      Set.of(
          "tenant_of_slug",
          "memberships_of",
          "tenant_of_token",
          "tenant_of_invitation",
          "organisations_exist",
          "delete_tenant",
          "claim_job",
          "put_credential",
          "take_credential",
          "forget_credential_uses",
          "credential_keys",
          "credential_samples");

  private static final String BOUND = "(tenant_id = tenant())";

  private final JdbcTemplate jdbc;
  private final List<String> violations = new ArrayList<>();

  private TenantCatalogue(DataSource superuser) {
    this.jdbc = new JdbcTemplate(superuser);
  }

  static List<String> violations(DataSource superuser) {
    try (var connection = superuser.getConnection()) {
      var walk = new TenantCatalogue(new SingleConnectionDataSource(connection, true));
      walk.tables();
      walk.policies();
      walk.subSelects();
      walk.keys();
      walk.functions();
      walk.viewsAndGrants();
      return walk.violations;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> tenantTables(DataSource superuser) {
    return new JdbcTemplate(superuser)
        .queryForList(
            """
            select c.relname from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
             order by 1
            """,
            String.class);
  }

  private void tables() {
    jdbc.query(
        """
        select c.relname, c.relrowsecurity, c.relforcerowsecurity,
               exists (select from pg_attribute a where a.attrelid = c.oid
                          and a.attname = 'tenant_id' and not a.attisdropped) as bound
          from pg_class c
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        """,
        row -> {
          String table = row.getString("relname");
          if (!row.getBoolean("bound")) {
            check(PLATFORM.contains(table), table + " has no tenant and is not on the list");
          } else {
            check(row.getBoolean("relrowsecurity"), table + " has no row level security");
            check(row.getBoolean("relforcerowsecurity"), table + " does not force it");
          }
        });
  }

  private void policies() {
    for (String table : tenantTables(jdbc.getDataSource())) {
      var bound =
          jdbc.queryForList(
              """
              select policyname from pg_policies
               where tablename = ? and policyname = 'tenant_isolation' and roles = '{public}'
                 and cmd = 'ALL' and permissive = 'PERMISSIVE' and qual = ? and with_check = ?
              """,
              String.class,
              table,
              BOUND,
              BOUND);
      check(bound.size() == 1, table + " lacks the policy with both clauses");
      jdbc.query(
          "select policyname, roles::text as roles from pg_policies where tablename = ? "
              + "and policyname <> 'tenant_isolation'",
          row -> {
            boolean listed =
                BEFORE_TENANT.contains(table)
                    && row.getString("policyname").equals("before_tenant")
                    && row.getString("roles").equals("{plumbline_owner}");
            check(listed, table + " has another policy: " + row.getString("policyname"));
          },
          table);
    }
  }

  /** Citus refuses them, and they read other tables under other policies. */
  private void subSelects() {
    jdbc.query(
        """
        select p.polname, c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
         where p.polqual::text like '%SUBLINK%' or p.polwithcheck::text like '%SUBLINK%'
        """,
        row -> {
          violations.add(
              row.getString("relname")
                  + " has a sub-select in its policy "
                  + row.getString("polname"));
        });
  }

  private void keys() {
    jdbc.query(
        """
        select t.relname as table, i.relname as index, pg_get_indexdef(x.indexrelid, 1, true) as first
          from pg_index x
          join pg_class t on t.oid = x.indrelid
          join pg_class i on i.oid = x.indexrelid
          join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id'
         where t.relnamespace = 'public'::regnamespace and x.indisunique
        """,
        row -> {
          boolean ok =
              row.getString("first").equals("tenant_id")
                  || GLOBALLY_UNIQUE.contains(row.getString("index"));
          check(ok, row.getString("index") + " does not begin with the tenant");
        });
    jdbc.query(
        """
        select c.conname, pg_get_constraintdef(c.oid) as definition, f.relname as target
          from pg_constraint c
          join pg_class f on f.oid = c.confrelid
         where c.contype = 'f' and c.connamespace = 'public'::regnamespace
        """,
        row -> {
          boolean ok =
              PLATFORM.contains(row.getString("target"))
                  || row.getString("definition").startsWith("FOREIGN KEY (tenant_id");
          check(ok, row.getString("conname") + " does not carry the tenant");
        });
  }

  private void functions() {
    jdbc.query(
        """
        select proname, coalesce(array_to_string(proconfig, ','), '') as config
          from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
        """,
        row -> {
          String name = row.getString("proname");
          check(DEFINERS.contains(name), name + " is a definer function and not on the list");
          check(row.getString("config").contains("search_path="), name + " sets no search_path");
        });
  }

  private void viewsAndGrants() {
    jdbc.query(
        """
        select relname, coalesce(array_to_string(reloptions, ','), '') as options, relkind
          from pg_class
         where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
        """,
        row -> {
          boolean invoker = row.getString("options").contains("security_invoker=true");
          check(invoker, row.getString("relname") + " is not a security_invoker view");
        });
    jdbc.query(
        """
        select table_name, privilege_type from information_schema.role_table_grants
         where grantee in ('plumbline_app', 'PUBLIC') and table_schema = 'public'
           and (privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')
                or table_name in ('flyway_schema_history', 'cluster_credential'))
        """,
        row -> {
          violations.add(
              "the app may " + row.getString("privilege_type") + " " + row.getString("table_name"));
        });
    jdbc.query(
        """
        select tablename from pg_tables
         where schemaname = 'public' and tableowner <> 'plumbline_owner'
        """,
        row -> {
          violations.add(row.getString("tablename") + " is not the owner's");
        });
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      violations.add(otherwise);
    }
  }
}
