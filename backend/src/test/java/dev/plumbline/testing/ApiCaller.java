package dev.plumbline.testing;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone who calls the API with a token. */
public record ApiCaller(int port, String token) {

  public HttpResponse<String> get(String path) {
    return send("GET", path, "", Map.of());
  }

  public HttpResponse<String> post(String path, Object body) {
    return send("POST", path, body, Map.of());
  }

  /** Sends a body as JSON; a text is sent as it is. */
  public HttpResponse<String> send(
      String method, String path, Object body, Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.put("Authorization", "Bearer " + token);
    all.putIfAbsent("Content-Type", "application/json");
    String text =
        body instanceof String given ? given : JsonMapper.shared().writeValueAsString(body);
    return new Visitor(port).send(method, path, text, all);
  }

  /** Reads what stands there, and sends its ETag along with the change. */
  public HttpResponse<String> change(String method, String path, Object body) {
    return send(method, path, body, Map.of("If-Match", etag(get(path))));
  }

  public static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElse("\"none\"");
  }

  public static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  public static JsonNode data(HttpResponse<String> answer) {
    return json(answer).path("data");
  }
}
