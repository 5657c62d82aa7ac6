package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testing.NeedsDatabase;
import dev.plumbline.testing.OtherJvm;
import dev.plumbline.testing.TestDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDatabase
class WholeProductIntegrationTests {

  private static final String EMAIL = "owner@example.org";

  @TempDir Path home;

  @Test
  void startsUnattendedOnItsOwnDatabaseResetsAPasswordMeanwhileAndStopsWhole() throws Exception {
    int port = freePort();
    var product =
        OtherJvm.start(Plumbline.class, environment(port, unattended("a long enough one")));
    try {
      String said = OtherJvm.readUntil(product, "encryption key:");
      assertThat(said)
          .contains("Plumbline is ready at http://localhost:" + port + " after ")
          .doesNotContain("/setup?token=", "WARN", "ERROR");
      assertThat(status(port, "/actuator/health")).isEqualTo(200);

      var command = environment(port, Map.of());
      assertThat(OtherJvm.outputOf(OtherJvm.start(Plumbline.class, command)).strip())
          .startsWith("Plumbline did not start: Plumbline already runs on " + home)
          .contains("process " + product.pid() + ", http://localhost:" + port)
          .doesNotContain("\n");
      assertThat(
              OtherJvm.outputOf(OtherJvm.start(Plumbline.class, command, "reset-password", EMAIL)))
          .contains("New password of " + EMAIL);
      assertThat(
              OtherJvm.outputOf(
                  OtherJvm.start(Plumbline.class, command, "reset-password", "no@example.org")))
          .contains("Nobody has the address no@example.org");
      assertThat(status(port, "/actuator/health")).isEqualTo(200);
    } finally {
      product.destroy();
      assertThat(product.waitFor(120, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(home.resolve("postgresql/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void theFirstStartWithoutSetUpOffersOneLinkAndATakenPortIsOneLine() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var environment = environment(taken.getLocalPort(), onTestDatabase());
      environment.put("SERVER_ADDRESS", "127.0.0.1");
      assertThat(OtherJvm.outputOf(OtherJvm.start(Plumbline.class, environment)).strip())
          .startsWith("Plumbline did not start: port " + taken.getLocalPort() + " is taken.")
          .doesNotContain("\n");
    }
    var environment = environment(freePort(), onTestDatabase());
    var product = OtherJvm.start(Plumbline.class, environment);
    try {
      assertThat(OtherJvm.readUntil(product, "encryption key:"))
          .containsPattern(
              "ready at \\S+ after \\S+ s; set it up once at \\S+/setup\\?token=\\S{20,}");
    } finally {
      product.destroy();
      product.waitFor(120, TimeUnit.SECONDS);
    }
  }

  @Test
  void aSetUpThatIsRefusedNamesTheSetting() throws Exception {
    var environment = environment(freePort(), onTestDatabase());
    environment.putAll(unattended("short"));
    assertThat(OtherJvm.outputOf(OtherJvm.start(Plumbline.class, environment)).strip())
        .startsWith("Plumbline did not start: plumbline.setup.password: ")
        .doesNotContain("\n");
  }

  @Test
  void withoutADatabaseOfItsOwnItSaysInOneLineWhatToSet() throws Exception {
    var environment = environment(freePort(), Map.of());
    var said = OtherJvm.outputOf(OtherJvm.startWithout("/io/zonky/", Plumbline.class, environment));
    assertThat(said.strip())
        .startsWith("Plumbline did not start: ")
        .contains("PLUMBLINE_DATABASE_URL")
        .doesNotContain("\n");
  }

  private Map<String, String> environment(int port, Map<String, String> more) {
    var all = new HashMap<String, String>(more);
    all.put("PLUMBLINE_HOME", home.toString());
    all.put("SERVER_PORT", Integer.toString(port));
    return all;
  }

  private static Map<String, String> unattended(String password) {
    return Map.of(
        "PLUMBLINE_SETUP_ORG",
        "First & Only",
        "PLUMBLINE_SETUP_EMAIL",
        EMAIL,
        "PLUMBLINE_SETUP_PASSWORD",
        password,
        "PLUMBLINE_SETUP_TOKEN",
        "0123456789abcdef0123456789abcdef");
  }

  private static Map<String, String> onTestDatabase() {
    return Map.of(
        "PLUMBLINE_DATABASE_URL", TestDatabase.fresh().url(),
        "PLUMBLINE_DATABASE_PASSWORD", TestDatabase.PASSWORD,
        "PLUMBLINE_DATABASE_OWNER_PASSWORD", TestDatabase.PASSWORD);
  }

  private static int status(int port, String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private static int freePort() throws Exception {
    try (var any = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return any.getLocalPort();
    }
  }
}
