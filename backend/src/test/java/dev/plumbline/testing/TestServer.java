package dev.plumbline.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The one PostgreSQL of this JVM: embedded, or a container when PLUMBLINE_TEST_DB says so. */
record TestServer(String host, int port, String superuser, String password) {

  private static final boolean CONTAINER =
      "testcontainers".equals(System.getenv("PLUMBLINE_TEST_DB"));

  static boolean available() {
    return !CONTAINER || DockerClientFactory.instance().isDockerAvailable();
  }

  static TestServer start() {
    return CONTAINER ? container() : embedded();
  }

  String url(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
  }

  private static TestServer embedded() {
    try {
      var server =
          EmbeddedPostgres.builder()
              .setServerConfig("max_connections", "200")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "")
              .setPGStartupWait(Duration.ofSeconds(120))
              .start();
      return new TestServer("127.0.0.1", server.getPort(), "postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("resource")
  private static TestServer container() {
    var container = new PostgreSQLContainer("postgres:18").withUsername("postgres");
    container.start();
    return new TestServer(
        container.getHost(),
        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
        container.getUsername(),
        container.getPassword());
  }
}
