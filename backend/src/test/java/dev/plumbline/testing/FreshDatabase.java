package dev.plumbline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            "plumbline.encryption.key-file=" + keyFile(),
            "plumbline.egress.allowed-cidrs=127.0.0.0/8",
            "plumbline.egress.allowed-ports=443,1024-65535",
            "plumbline.alarm-clock=false",
            "plumbline.database.url=" + database.url(),
            "plumbline.database.username=" + TestDatabase.APP,
            "plumbline.database.password=" + TestDatabase.PASSWORD,
            "plumbline.database.owner-username=" + TestDatabase.OWNER,
            "plumbline.database.owner-password=" + TestDatabase.PASSWORD)
        .applyTo(context);
    context.getBeanFactory().registerSingleton("testDatabase", database);
  }

  private static Path keyFile() {
    try {
      return Files.createTempDirectory("plumbline-test-key").resolve("encryption.key");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
