package dev.plumbline.database;

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
  JdbcConnectionDetails jdbcConnectionDetails(DatabaseAddress address) {
    return address.forTheProduct();
  }

  @Bean
  FlywayConnectionDetails flywayConnectionDetails(DatabaseAddress address) {
    return address.forMigrations();
  }

  @Bean
  DatabaseAddress databaseAddress(DatabaseSettings settings) {
    if (!settings.external()) {
      throw new StartRefused("set plumbline.database.url");
    }
    return settings.address();
  }
}
