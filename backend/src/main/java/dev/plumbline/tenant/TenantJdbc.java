package dev.plumbline.tenant;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * SQL over tenant tables. Every statement names {@code :tenant}, bound here: the index and the
 * shard are found by it; what may be seen is decided by row level security.
 */
@Component
public class TenantJdbc {

  private static final int BATCH = 1000;

  private final JdbcClient client;
  private final JdbcTemplate template;

  TenantJdbc(JdbcTemplate template) {
    this.template = template;
    this.client = JdbcClient.create(template);
  }

  /**
   * A statement with {@code :tenant} bound; throws when it does not name it, or outside a
   * transaction.
   */
  public JdbcClient.StatementSpec sql(String statement) {
    if (!statement.contains(":tenant")) {
      throw new IllegalArgumentException("the statement does not name :tenant");
    }
    requireTransaction();
    return client.sql(statement).param("tenant", Tenant.current());
  }

  /**
   * Inserts rows of the current tenant as multi-row VALUES.
   *
   * @param columns without {@code tenant_id}, which is put first
   * @param rows values in the order of the columns
   */
  public void insert(String table, List<String> columns, List<? extends @Nullable Object[]> rows) {
    requireTransaction();
    var tenant = Tenant.current();
    template.batchUpdate(
        insertion(table, columns),
        rows,
        BATCH,
        (statement, row) -> {
          statement.setObject(1, tenant);
          @Nullable Object[] values = row;
          for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 2, sql(values[i]));
          }
        });
  }

  /** An instant as a parameter. */
  public static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** A JSON document as a parameter. */
  public static Object json(String document) {
    var value = new PGobject();
    try {
      value.setType("jsonb");
      value.setValue(document);
    } catch (SQLException e) {
      throw new IllegalArgumentException(e);
    }
    return value;
  }

  private static @Nullable Object sql(@Nullable Object value) {
    return value instanceof Instant instant ? time(instant) : value;
  }

  private static String insertion(String table, List<String> columns) {
    Stream.concat(Stream.of(table), columns.stream()).forEach(TenantJdbc::requireName);
    return Stream.concat(Stream.of("tenant_id"), columns.stream())
        .collect(Collectors.joining(", ", "insert into " + table + " (", ") values (?"))
        .concat(", ?".repeat(columns.size()))
        .concat(")");
  }

  private static void requireName(String name) {
    if (!Objects.requireNonNull(name).matches("[a-z_]+")) {
      throw new IllegalArgumentException("not a column: " + name);
    }
  }

  private static void requireTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("no transaction: row level security would show nothing");
    }
  }
}
