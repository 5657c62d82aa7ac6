package dev.plumbline.report;

import dev.plumbline.tenant.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of schedules. */
@Component
class ScheduleRows {

  private static final String SELECT =
      """
      select id, name, framework, clusters, cron, zone, recipients, attach, active, paused, created_by
        from report_schedule where tenant_id = :tenant
      """;

  private final TenantJdbc jdbc;

  ScheduleRows(TenantJdbc jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Schedule schedule, Instant now) {
    bind(
            schedule,
            """
            insert into report_schedule (tenant_id, id, name, framework, clusters, cron, zone,
              recipients, attach, active, paused, created_by, created_at)
            values (:tenant, :id, :name, :framework, cast(:clusters as uuid[]), :cron, :zone,
              :recipients, :attach, :active, :paused, :by, :now)
            """)
        .param("by", schedule.createdBy())
        .param("now", ReportRows.time(now))
        .update();
  }

  void update(Schedule schedule) {
    bind(
            schedule,
            """
            update report_schedule set name = :name, framework = :framework, clusters = cast(:clusters as uuid[]),
              cron = :cron, zone = :zone, recipients = :recipients, attach = :attach,
              active = :active, paused = :paused
             where tenant_id = :tenant and id = :id
            """)
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from report_schedule where tenant_id = :tenant and id = :id")
        .param("id", id)
        .update();
  }

  List<Schedule> all() {
    return jdbc.sql(SELECT + " order by name").query(ScheduleRows::schedule).list();
  }

  Optional<Schedule> find(UUID id) {
    return jdbc.sql(SELECT + " and id = :id")
        .param("id", id)
        .query(ScheduleRows::schedule)
        .optional();
  }

  private StatementSpec bind(Schedule schedule, String statement) {
    return jdbc.sql(statement)
        .param("id", schedule.id())
        .param("name", schedule.name())
        .param("framework", schedule.framework())
        .param(
            "clusters",
            schedule.clusters().stream().map(UUID::toString).toArray(String[]::new),
            Types.ARRAY)
        .param("cron", schedule.cron())
        .param("zone", schedule.zone())
        .param("recipients", schedule.recipients().toArray(String[]::new), Types.ARRAY)
        .param("attach", schedule.attach())
        .param("active", schedule.active())
        .param("paused", schedule.paused());
  }

  private static Schedule schedule(ResultSet row, int number) throws SQLException {
    return new Schedule(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("framework"),
        ReportRows.list(row.getArray("clusters"), UUID.class),
        row.getString("cron"),
        row.getString("zone"),
        ReportRows.list(row.getArray("recipients"), String.class),
        row.getBoolean("attach"),
        row.getBoolean("active"),
        row.getString("paused"),
        row.getString("created_by"));
  }
}
