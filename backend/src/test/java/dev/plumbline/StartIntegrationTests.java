package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@PlumblineTest
class StartIntegrationTests {

  @LocalServerPort int port;
  @Autowired DataSource source;
  @Autowired TestDatabase database;

  @Test
  void healthAnswersWithoutSignIn() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/actuator/health".formatted(port)));
      var answer = client.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"status\":\"UP\"");
    }
  }

  @Test
  void theProductRunsAsTheAppRoleOnADatabaseOfItsOwn() {
    var jdbc = new JdbcTemplate(source);
    assertThat(jdbc.queryForObject("select current_user", String.class)).isEqualTo("plumbline_app");
    assertThat(database.url())
        .endsWith("/" + jdbc.queryForObject("select current_database()", String.class));
  }
}
