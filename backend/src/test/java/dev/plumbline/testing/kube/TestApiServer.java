package dev.plumbline.testing.kube;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** An HTTPS server on loopback, with an authority of its own, that remembers what it was asked. */
public final class TestApiServer implements AutoCloseable {

  private static final char[] NO_PASSWORD = {};

  private final TestCertificates.Issued authority = TestCertificates.authority("test authority");
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpsServer server;

  /**
   * One request.
   *
   * @param authorization empty when the header was absent
   * @param nanos when it came, by {@link System#nanoTime()}
   */
  public record Asked(String method, String target, String authorization, long nanos) {}

  private TestApiServer(HttpHandler handler) throws IOException, GeneralSecurityException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setHttpsConfigurator(new HttpsConfigurator(context()));
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, handler));
    server.start();
  }

  public static TestApiServer start(HttpHandler handler) {
    try {
      return new TestApiServer(handler);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void handle(HttpExchange exchange, HttpHandler handler) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            authorization == null ? "" : authorization,
            System.nanoTime()));
    try (exchange) {
      handler.handle(exchange);
    }
  }

  private SSLContext context() throws GeneralSecurityException, IOException {
    var issued = TestCertificates.issue(authority, "api server", "EC", 256);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    Certificate[] chain = {issued.certificate(), authority.certificate()};
    store.setKeyEntry("server", issued.key(), NO_PASSWORD, chain);
    var keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, NO_PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "https://127.0.0.1:" + port();
  }

  public TestCertificates.Issued authority() {
    return authority;
  }

  /** Everything it was asked, in order. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** A kubeconfig that a person would paste. */
  public String kubeconfig(String token) {
    return kubeconfig(url(), token);
  }

  /** The same with another address of this server. */
  public String kubeconfig(String url, String token) {
    return """
    apiVersion: v1
    kind: Config
    current-context: test
    contexts: [{name: test, context: {cluster: test, user: reader}}]
    clusters: [{name: test, cluster: {server: "%s", certificate-authority-data: %s}}]
    users: [{name: reader, user: {token: "%s"}}]
    """
        .formatted(url, authority.certificateData(), token);
  }

  /** Answers with a body of JSON. */
  public static void answer(HttpExchange exchange, int status, @Nullable String json)
      throws IOException {
    byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
