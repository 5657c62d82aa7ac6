package dev.plumbline.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Stands between the product and its database in every test of the whole product: a statement that
 * code of the product makes over a tenant table without naming the tenant is refused.
 */
public final class StatementGuard extends DelegatingDataSource {

  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private static volatile @Nullable Queue<String> record;

  private final TenantScope scope;

  private StatementGuard(DataSource target, TenantScope scope) {
    super(target);
    this.scope = scope;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return guarded(super.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return guarded(super.getConnection(user, password));
  }

  private Connection guarded(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("prepare")) {
            check((String) arguments[0]);
          }
          Object result = call(connection, method, arguments);
          return method.getName().equals("createStatement") ? guarded((Statement) result) : result;
        });
  }

  private Statement guarded(Statement statement) {
    return proxy(
        Statement.class,
        statement,
        (proxy, method, arguments) -> {
          if (arguments != null && arguments[0] instanceof String sql) {
            check(sql);
          }
          return call(statement, method, arguments);
        });
  }

  /** The text of every statement that is made, by whichever thread, while something is done. */
  public static List<String> during(Runnable something) {
    var statements = new ConcurrentLinkedQueue<String>();
    record = statements;
    try {
      something.run();
      return List.copyOf(statements);
    } finally {
      record = null;
    }
  }

  private void check(String sql) {
    var statements = record;
    if (statements != null) {
      statements.add(sql);
    }
    Optional<String> wrong = scope.wrong(sql);
    if (wrong.isPresent() && madeByTheProduct()) {
      throw new AssertionError("a statement " + wrong.get() + ": " + sql);
    }
  }

  /** Tests look into tables as they like. */
  private static boolean madeByTheProduct() {
    return STACK.walk(frames ->
        frames
            .map(StackWalker.StackFrame::getDeclaringClass)
            .filter(type -> type.getName().startsWith("dev.plumbline."))
            .filter(type -> type != StatementGuard.class)
            .findFirst()
            .map(type ->
                !type.getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath()
                    .contains("test-classes"))
            .orElse(false));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, T target, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            StatementGuard.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Puts the guard before the data source of a context. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Wiring {
    @Bean
    static BeanPostProcessor statementGuard(TestDatabase database) {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source && name.equals("dataSource")
              ? new StatementGuard(source, new TenantScope(tenantTables(database)))
              : bean;
        }
      };
    }
  }

  private static List<String> tenantTables(TestDatabase database) {
    return new JdbcTemplate(database.superuser())
        .queryForList(
            "select table_name from information_schema.columns"
                + " where table_schema = 'public' and column_name = 'tenant_id'",
            String.class);
  }
}
