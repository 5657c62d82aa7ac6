package dev.plumbline.compliance;

import dev.plumbline.tenant.Actor;
import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.tenant.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the tables {@code own_framework}, {@code …_text} and {@code …_term}. */
@Component
@Transactional
class OwnFrameworkRows implements OwnShelf {

  private static final String HEADS =
      """
      select f.id, f.slug, x.name, x.revision, x.saved_by, x.saved_at,
             t.revision as in_force, t.valid_from as since,
             exists (select 1 from own_framework_term o
                      where o.tenant_id = :tenant and o.framework_id = f.id) as ever
        from own_framework f
        join own_framework_text x on x.tenant_id = :tenant and x.framework_id = f.id
         and x.revision = (select max(n.revision) from own_framework_text n
                            where n.tenant_id = :tenant and n.framework_id = f.id)
        left join own_framework_term t
          on t.tenant_id = :tenant and t.framework_id = f.id and t.valid_to is null
       where f.tenant_id = :tenant
      """;

  private final TenantJdbc jdbc;

  OwnFrameworkRows(TenantJdbc jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public List<OwnText> inForce(Optional<Instant> at) {
    return at.map(this::inForceAt).orElseGet(this::inForceNow);
  }

  private List<OwnText> inForceNow() {
    return jdbc.sql(
            """
            select f.id, f.slug, x.revision, length(x.yaml) as size, x.saved_at
              from own_framework_term t
              join own_framework f on f.tenant_id = :tenant and f.id = t.framework_id
              join own_framework_text x on x.tenant_id = :tenant
               and x.framework_id = t.framework_id and x.revision = t.revision
             where t.tenant_id = :tenant and t.valid_to is null
            """)
        .query(OwnFrameworkRows::text)
        .list();
  }

  private List<OwnText> inForceAt(Instant instant) {
    return jdbc.sql(
            """
            select f.id, f.slug, x.revision, length(x.yaml) as size, x.saved_at
              from own_framework_term t
              join own_framework f on f.tenant_id = :tenant and f.id = t.framework_id
              join own_framework_text x on x.tenant_id = :tenant
               and x.framework_id = t.framework_id and x.revision = t.revision
             where t.tenant_id = :tenant and t.valid_from <= :at
               and (t.valid_to is null or t.valid_to > :at)
            """)
        .param("at", TenantJdbc.time(instant))
        .query(OwnFrameworkRows::text)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public String yaml(OwnText text) {
    return yaml(text.framework(), text.revision()).orElseThrow();
  }

  Optional<String> yaml(UUID framework, int revision) {
    return jdbc.sql(
            """
            select yaml from own_framework_text
             where tenant_id = :tenant and framework_id = :framework and revision = :revision
            """)
        .param("framework", framework)
        .param("revision", revision)
        .query(String.class)
        .optional();
  }

  List<OwnFramework> all() {
    return jdbc.sql(HEADS + " order by f.slug").query(OwnFrameworkRows::head).list();
  }

  Optional<OwnFramework> find(String slug) {
    return jdbc.sql(HEADS + " and f.slug = :slug")
        .param("slug", slug)
        .query(OwnFrameworkRows::head)
        .optional();
  }

  /** As {@link #find}, with everybody else who changes it waiting. */
  Optional<OwnFramework> lock(String slug) {
    jdbc.sql("select id from own_framework where tenant_id = :tenant and slug = :slug for update")
        .param("slug", slug)
        .query(UUID.class)
        .optional();
    return find(slug);
  }

  /** Lets one caller after the other count and add. */
  void lockShelf() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(cast(:tenant as text) || :name, 0))")
        .param("name", "own_framework")
        .query((row, number) -> number)
        .single();
  }

  List<OwnFramework.Revision> revisions(UUID framework) {
    List<OwnFramework.Term> terms = terms(framework);
    return jdbc.sql(
            """
            select revision, saved_by, saved_at from own_framework_text
             where tenant_id = :tenant and framework_id = :framework order by revision desc
            """)
        .param("framework", framework)
        .query((row, number) ->
            new OwnFramework.Revision(
                row.getInt("revision"),
                row.getString("saved_by"),
                AttestationRow.instant(row, "saved_at"),
                of(row.getInt("revision"), terms)))
        .list();
  }

  private static List<OwnFramework.Term> of(int revision, List<OwnFramework.Term> terms) {
    return terms.stream().filter(term -> term.revision() == revision).toList();
  }

  private List<OwnFramework.Term> terms(UUID framework) {
    return jdbc.sql(
            """
            select * from own_framework_term
             where tenant_id = :tenant and framework_id = :framework order by valid_from
            """)
        .param("framework", framework)
        .query((row, number) ->
            new OwnFramework.Term(
                row.getInt("revision"),
                AttestationRow.instant(row, "valid_from"),
                instant(row, "valid_to"),
                row.getString("published_by"),
                row.getString("ended_by")))
        .list();
  }

  UUID insert(String slug, Instant now) {
    UUID id = Ids.next();
    jdbc.insert(
        "own_framework",
        List.of("id", "slug", "created_by", "created_at"),
        List.<Object[]>of(new Object[] {id, slug, Actor.current().label(), now}));
    return id;
  }

  void insertText(UUID framework, int revision, String name, String yaml, Instant now) {
    jdbc.insert(
        "own_framework_text",
        List.of("id", "framework_id", "revision", "name", "yaml", "saved_by", "saved_at"),
        List.<Object[]>of(
            new Object[] {
              Ids.next(), framework, revision, name, yaml, Actor.current().label(), now
            }));
  }

  void begin(UUID framework, int revision, Instant now) {
    jdbc.insert(
        "own_framework_term",
        List.of("id", "framework_id", "revision", "valid_from", "published_by"),
        List.<Object[]>of(
            new Object[] {Ids.next(), framework, revision, now, Actor.current().label()}));
  }

  void end(UUID framework, Instant now) {
    jdbc.sql(
            """
            update own_framework_term set valid_to = greatest(valid_from, :at), ended_by = :by
             where tenant_id = :tenant and framework_id = :framework and valid_to is null
            """)
        .param("at", TenantJdbc.time(now))
        .param("by", Actor.current().label())
        .param("framework", framework)
        .update();
  }

  void delete(UUID framework) {
    jdbc.sql("delete from own_framework where tenant_id = :tenant and id = :framework")
        .param("framework", framework)
        .update();
  }

  /** How many attestations that stand name it. */
  int attestations(String slug) {
    return count(
        "select count(*) from attestation where tenant_id = :tenant and framework = :slug"
            + " and withdrawn_at is null",
        slug);
  }

  /** How many scores of scans name it. */
  int scores(String slug) {
    return count(
        "select count(*) from framework_score where tenant_id = :tenant and framework = :slug",
        slug);
  }

  private int count(String statement, String slug) {
    return jdbc.sql(statement).param("slug", slug).query(Integer.class).single();
  }

  private static OwnText text(ResultSet row, int number) throws SQLException {
    return new OwnText(
        Tenant.current(),
        row.getObject("id", UUID.class),
        row.getString("slug"),
        row.getInt("revision"),
        row.getInt("size"),
        AttestationRow.instant(row, "saved_at"));
  }

  private static OwnFramework head(ResultSet row, int number) throws SQLException {
    int inForce = row.getInt("in_force");
    boolean counts = !row.wasNull();
    return new OwnFramework(
        row.getObject("id", UUID.class),
        row.getString("slug"),
        row.getString("name"),
        state(counts, row.getBoolean("ever")),
        row.getInt("revision"),
        counts ? inForce : null,
        row.getString("saved_by"),
        AttestationRow.instant(row, "saved_at"),
        instant(row, "since"));
  }

  private static OwnFramework.State state(boolean counts, boolean ever) {
    if (counts) {
      return OwnFramework.State.PUBLISHED;
    }
    return ever ? OwnFramework.State.RETIRED : OwnFramework.State.DRAFT;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
