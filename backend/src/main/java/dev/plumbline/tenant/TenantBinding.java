package dev.plumbline.tenant;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Makes {@code SET LOCAL app.tenant} the first statement of every transaction; without a tenant no
 * transaction begins.
 */
final class TenantBinding implements TransactionExecutionListener {

  private final JdbcTemplate jdbc;

  TenantBinding(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  /** Refusing is safe only here, where nothing is bound yet. */
  @Override
  public void beforeBegin(TransactionExecution transaction) {
    Tenant.current();
  }

  /** Never throws: that would leave the transaction bound to the thread. */
  @Override
  public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
    if (failure != null || !transaction.isNewTransaction()) {
      return;
    }
    try {
      jdbc.execute("set local app.tenant = '" + Tenant.current() + "'");
    } catch (RuntimeException e) {
      transaction.setRollbackOnly();
    }
  }
}
