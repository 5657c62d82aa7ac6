package dev.plumbline.web.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serves rendered samples and the files they need on loopback, under the product's own policy. */
final class SampleServer implements AutoCloseable {

  private static final String POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";
  private static final Map<String, String> TYPES =
      Map.of(
          "css",
          "text/css",
          "js",
          "text/javascript",
          "svg",
          "image/svg+xml",
          "woff2",
          "font/woff2");

  private final HttpServer server;
  private final Map<String, String> pages = new ConcurrentHashMap<>();

  SampleServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The address at which this page is served from now on. */
  String serve(String name, String html) {
    pages.put("/samples/" + name, html);
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/samples/" + name;
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var page = pages.get(path);
    if (page != null) {
      send(exchange, 200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
      return;
    }
    var file = SamplePages.FRONTEND.resolve(path.substring(1)).normalize();
    var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null || !file.startsWith(SamplePages.FRONTEND) || !Files.isRegularFile(file)) {
      send(exchange, 404, "text/plain", new byte[0]);
      return;
    }
    send(exchange, 200, type, Files.readAllBytes(file));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
