package dev.plumbline.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a Spring context a database of its own. */
public final class FreshDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var database = TestDatabase.fresh();
    TestPropertyValues.of(
            "plumbline.database.url=" + database.url(),
            "plumbline.database.username=" + TestDatabase.APP,
            "plumbline.database.password=" + TestDatabase.PASSWORD,
            "plumbline.database.owner-username=" + TestDatabase.OWNER,
            "plumbline.database.owner-password=" + TestDatabase.PASSWORD)
        .applyTo(context);
    context.getBeanFactory().registerSingleton("testDatabase", database);
  }
}
