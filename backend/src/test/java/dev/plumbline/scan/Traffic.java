package dev.plumbline.scan;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that go to the database; a batch counts as one. */
final class Traffic implements BeanPostProcessor {

  private final AtomicLong statements = new AtomicLong();

  long statements() {
    return statements.get();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? new Counted(source) : bean;
  }

  private final class Counted extends DelegatingDataSource {
    Counted(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws java.sql.SQLException {
      return watched(Connection.class, super.getConnection());
    }
  }

  private <T> T watched(Class<T> as, T target) {
    return as.cast(
        Proxy.newProxyInstance(
            Traffic.class.getClassLoader(),
            new Class<?>[] {as},
            (self, method, arguments) -> {
              if (method.getName().startsWith("execute")) {
                statements.incrementAndGet();
              }
              Object answer;
              try {
                answer = method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              return answer instanceof Statement
                  ? statement(method.getReturnType(), answer)
                  : answer;
            }));
  }

  private <T> Object statement(Class<T> as, Object target) {
    return watched(as, as.cast(target));
  }
}
