package dev.plumbline.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is and who logs in to it, from the settings {@code plumbline.database.*}.
 *
 * @param url JDBC address of a PostgreSQL database; absent for the embedded one
 * @param username the role that runs the product
 * @param password its password
 * @param passwordFile a file that holds its password instead
 * @param ownerUsername the role that owns the objects and migrates
 * @param ownerPassword its password
 * @param ownerPasswordFile a file that holds its password instead
 */
@ConfigurationProperties("plumbline.database")
record DatabaseSettings(
    @Nullable String url,
    @DefaultValue("plumbline_app") String username,
    @Nullable String password,
    @Nullable String passwordFile,
    @DefaultValue("plumbline_owner") String ownerUsername,
    @Nullable String ownerPassword,
    @Nullable String ownerPasswordFile) {

  boolean external() {
    return url != null && !url.isBlank();
  }

  DatabaseAddress address() {
    return new DatabaseAddress(
        jdbcUrl(),
        new Login(username, Secrets.read("plumbline.database.password", password, passwordFile)),
        new Login(
            ownerUsername,
            Secrets.read("plumbline.database.owner-password", ownerPassword, ownerPasswordFile)));
  }

  private String jdbcUrl() {
    if (url == null || !url.startsWith("jdbc:postgresql:")) {
      throw new StartRefused(
          "plumbline.database.url must look like jdbc:postgresql://host:5432/database");
    }
    return url;
  }
}
