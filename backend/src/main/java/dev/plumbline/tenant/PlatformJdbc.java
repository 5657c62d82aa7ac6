package dev.plumbline.tenant;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions without a tenant, for platform tables and the look-ups that find a tenant. */
@Component
class PlatformJdbc {

  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;

  PlatformJdbc(@Qualifier("platform") JdbcTransactionManager manager, JdbcClient jdbc) {
    this.transactions = TransactionConfiguration.requiresNew(manager);
    this.jdbc = jdbc;
  }

  <T extends @Nullable Object> T call(Supplier<T> work) {
    return transactions.execute(status -> work.get());
  }

  JdbcClient.StatementSpec sql(String statement) {
    return jdbc.sql(statement);
  }
}
