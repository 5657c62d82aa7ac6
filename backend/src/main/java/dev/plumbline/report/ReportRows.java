package dev.plumbline.report;

import dev.plumbline.tenant.TenantJdbc;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of reports. */
@Component
class ReportRows {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String COLUMNS =
      """
      select id, schedule_id, title, framework, clusters, period_start, at, zone, recipients, attach,
             state, problem, requested_by, requested_at, made_at, digest, summary, pdf_sha256,
             findings_sha256
        from report where tenant_id = :tenant
      """;

  private final TenantJdbc jdbc;

  ReportRows(TenantJdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the period has its report already. */
  boolean insert(Report report) {
    return jdbc.sql(
                """
                insert into report (tenant_id, id, schedule_id, title, framework, clusters,
                  period_start, at, zone, recipients, attach, state, requested_by, requested_at)
                values (:tenant, :id, :schedule, :title, :framework, cast(:clusters as uuid[]),
                  :from, :at, :zone, :recipients, :attach, 'QUEUED', :by, :now)
                on conflict (tenant_id, schedule_id, period_start) do nothing
                """)
            .param("id", report.id())
            .param("schedule", report.schedule(), Types.OTHER)
            .param("title", report.title())
            .param("framework", report.framework())
            .param(
                "clusters",
                report.clusters().stream().map(UUID::toString).toArray(String[]::new),
                Types.ARRAY)
            .param("from", time(report.periodStart()))
            .param("at", time(report.at()))
            .param("zone", report.zone())
            .param("recipients", report.recipients().toArray(String[]::new), Types.ARRAY)
            .param("attach", report.attach())
            .param("by", report.requestedBy())
            .param("now", time(report.requestedAt()))
            .update()
        == 1;
  }

  void ready(UUID id, Made made, Instant now) {
    jdbc.sql(
            """
            update report set state = 'READY', made_at = :now, digest = :digest,
              summary = cast(:summary as jsonb), pdf = :pdf, pdf_sha256 = :pdfHash,
              findings = :findings, findings_sha256 = :findingsHash
             where tenant_id = :tenant and id = :id
            """)
        .param("id", id)
        .param("now", time(now))
        .param("digest", made.digest())
        .param("summary", JSON.writeValueAsString(made.summary()))
        .param("pdf", made.pdf())
        .param("pdfHash", Made.sha256(made.pdf()))
        .param("findings", made.findings())
        .param("findingsHash", Made.sha256(made.findings()))
        .update();
  }

  void ended(UUID id, Report.State state, String problem, Instant now) {
    jdbc.sql(
            """
            update report set state = :state, problem = :problem, made_at = :now
             where tenant_id = :tenant and id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("problem", problem)
        .param("now", time(now))
        .update();
  }

  Optional<Report> find(UUID id) {
    return jdbc.sql(COLUMNS + " and id = :id").param("id", id).query(ReportRows::report).optional();
  }

  List<Report> newest(int limit) {
    return jdbc.sql(COLUMNS + " order by requested_at desc, id desc limit :limit")
        .param("limit", limit)
        .query(ReportRows::report)
        .list();
  }

  List<Report> newestBefore(Instant requestedAt, UUID id, int limit) {
    return jdbc.sql(
            COLUMNS
                + " and (requested_at, id) < (:at, :id)"
                + " order by requested_at desc, id desc limit :limit")
        .param("at", time(requestedAt))
        .param("id", id)
        .param("limit", limit)
        .query(ReportRows::report)
        .list();
  }

  /** Where the last period of a schedule ended. */
  Optional<Instant> lastOf(UUID schedule) {
    return jdbc.sql(
            """
            select max(at) as last from report where tenant_id = :tenant and schedule_id = :schedule
            """)
        .param("schedule", schedule)
        .query((row, number) -> Optional.ofNullable(instant(row, "last")))
        .single();
  }

  Optional<byte[]> bytes(UUID id, Part part) {
    return jdbc.sql("select " + part.column + " from report where tenant_id = :tenant and id = :id")
        .param("id", id)
        .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
        .optional()
        .flatMap(bytes -> bytes);
  }

  boolean delete(UUID id) {
    return jdbc.sql(
                "delete from report where tenant_id = :tenant and id = :id and state <> 'QUEUED'")
            .param("id", id)
            .update()
        == 1;
  }

  enum Part {
    PDF("pdf"),
    FINDINGS("findings");

    private final String column;

    Part(String column) {
      this.column = column;
    }
  }

  private static Report report(ResultSet row, int number) throws SQLException {
    String summary = row.getString("summary");
    return new Report(
        row.getObject("id", UUID.class),
        row.getObject("schedule_id", UUID.class),
        row.getString("title"),
        row.getString("framework"),
        list(row.getArray("clusters"), UUID.class),
        required(row, "period_start"),
        required(row, "at"),
        row.getString("zone"),
        list(row.getArray("recipients"), String.class),
        row.getBoolean("attach"),
        Report.State.valueOf(row.getString("state")),
        row.getString("problem"),
        row.getString("requested_by"),
        required(row, "requested_at"),
        instant(row, "made_at"),
        row.getString("digest"),
        summary == null ? null : JSON.readValue(summary, ReportSummary.class),
        row.getString("pdf_sha256"),
        row.getString("findings_sha256"));
  }

  static <T> List<T> list(Array array, Class<T> type) throws SQLException {
    return Arrays.stream((Object[]) array.getArray()).map(type::cast).toList();
  }

  static Instant required(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
