package dev.plumbline.database;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A PostgreSQL database and the two roles that the product uses in it. */
public record DatabaseAddress(String url, Login app, Login owner) {

  JdbcConnectionDetails forTheProduct() {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return app.username();
      }

      @Override
      public String getPassword() {
        return app.password();
      }

      @Override
      public String getJdbcUrl() {
        return batching(url);
      }
    };
  }

  FlywayConnectionDetails forMigrations() {
    return new FlywayConnectionDetails() {
      @Override
      public String getUsername() {
        return owner.username();
      }

      @Override
      public String getPassword() {
        return owner.password();
      }

      @Override
      public String getJdbcUrl() {
        return url;
      }
    };
  }

  private static String batching(String url) {
    return url.contains("reWriteBatchedInserts=")
        ? url
        : url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
  }
}
