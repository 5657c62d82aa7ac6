package dev.plumbline.database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells Spring where the database is; nothing else knows whether it is embedded. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseWiring {

  @Bean
  DatabaseAddress databaseAddress(DatabaseSettings settings, ObjectProvider<OwnDatabase> own) {
    return settings.external()
        ? settings.address()
        : own.getIfAvailable(DatabaseWiring::noneAtAll).address();
  }

  @Bean
  JdbcConnectionDetails jdbcConnectionDetails(DatabaseAddress address) {
    return address.forTheProduct();
  }

  @Bean
  FlywayConnectionDetails flywayConnectionDetails(DatabaseAddress address) {
    return address.forMigrations();
  }

  private static OwnDatabase noneAtAll() {
    throw new StartRefused(
        "Set PLUMBLINE_DATABASE_URL (jdbc:postgresql://host:5432/database),"
            + " PLUMBLINE_DATABASE_PASSWORD and PLUMBLINE_DATABASE_OWNER_PASSWORD:"
            + " this jar brings no database of its own.");
  }
}
