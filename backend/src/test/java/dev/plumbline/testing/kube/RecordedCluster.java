package dev.plumbline.testing.kube;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers as an API server would that holds these objects: discovery, pages, denials, reviews. */
public final class RecordedCluster implements HttpHandler {

  private static final Pattern WITHIN = Pattern.compile("(/.*/)namespaces/([^/]+)/([^/]+)");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, Resource> resources = new TreeMap<>();
  private final Map<String, HttpHandler> instead = new ConcurrentHashMap<>();
  private final Set<String> denied = new HashSet<>();
  private final Set<String> readable = new HashSet<>();
  private String version = "{\"major\":\"1\",\"minor\":\"35\",\"gitVersion\":\"v1.35.4\"}";

  /** One resource, such as {@code deployments.apps}. */
  private record Resource(String plural, String group, String version, List<ObjectNode> items) {

    String path() {
      return (group.isEmpty() ? "/api/" : "/apis/" + group + "/") + version + "/" + plural;
    }

    /** What of it is in a namespace; all of it for an empty name. */
    Resource in(String namespace) {
      return namespace.isEmpty()
          ? this
          : new Resource(
              plural,
              group,
              version,
              items.stream()
                  .filter(item ->
                      item.path("metadata").path("namespace").asString("").equals(namespace))
                  .toList());
    }

    String apiVersion() {
      return group.isEmpty() ? version : group + "/" + version;
    }
  }

  /** Serves a resource, named as kubectl names it, with these manifests. */
  public RecordedCluster serve(String resource, String version, List<ObjectNode> items) {
    int dot = resource.indexOf('.');
    String plural = dot < 0 ? resource : resource.substring(0, dot);
    String group = dot < 0 ? "" : resource.substring(dot + 1);
    resources.put(resource, new Resource(plural, group, version, items));
    return this;
  }

  /** Answers 403 to a resource. */
  public RecordedCluster deny(String resource) {
    denied.add(resource);
    return this;
  }

  /** Answers 403 to all resources but within these namespaces. */
  public RecordedCluster allowOnlyIn(String... namespaces) {
    readable.addAll(List.of(namespaces));
    return this;
  }

  public RecordedCluster version(String json) {
    version = json;
    return this;
  }

  /** Lets another handler answer all paths that begin so. */
  public RecordedCluster instead(String path, HttpHandler handler) {
    instead.put(path, handler);
    return this;
  }

  public static ObjectNode object(String namespace, String name) {
    ObjectNode object = JSON.createObjectNode();
    ObjectNode metadata = object.putObject("metadata").put("name", name);
    if (!namespace.isEmpty()) {
      metadata.put("namespace", namespace);
    }
    metadata.put("uid", "uid-" + namespace + "-" + name);
    return object;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    for (var other : instead.entrySet()) {
      if (path.startsWith(other.getKey())) {
        other.getValue().handle(exchange);
        return;
      }
    }
    switch (path) {
      case "/version" -> TestApiServer.answer(exchange, 200, version);
      case "/api" -> TestApiServer.answer(exchange, 200, discovery(true));
      case "/apis" -> TestApiServer.answer(exchange, 200, discovery(false));
      case "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews" ->
          TestApiServer.answer(exchange, 201, review());
      default -> list(exchange, path);
    }
  }

  private void list(HttpExchange exchange, String path) throws IOException {
    var within = WITHIN.matcher(path);
    String namespace = within.matches() ? within.group(2) : "";
    String everywhere = within.matches() ? within.group(1) + within.group(3) : path;
    for (var entry : resources.entrySet()) {
      if (entry.getValue().path().equals(everywhere)) {
        if (refused(entry.getKey(), namespace)) {
          TestApiServer.answer(exchange, 403, status(403, "Forbidden"));
        } else {
          TestApiServer.answer(exchange, 200, page(entry.getValue().in(namespace), exchange));
        }
        return;
      }
    }
    TestApiServer.answer(exchange, 404, status(404, "NotFound"));
  }

  private boolean refused(String resource, String namespace) {
    boolean listsNamespaces = resource.equals("namespaces") && !denied.contains(resource);
    return denied.contains(resource)
        || !readable.isEmpty() && !readable.contains(namespace) && !listsNamespaces;
  }

  private static String status(int code, String reason) {
    return "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"reason\":\"%s\",\"code\":%d}"
        .formatted(reason, code);
  }

  private static String page(Resource resource, HttpExchange exchange) {
    Map<String, String> query = query(exchange);
    int from = Integer.parseInt(query.getOrDefault("continue", "0"));
    int limit = Integer.parseInt(query.getOrDefault("limit", "500"));
    int to = Math.min(resource.items().size(), from + limit);
    String accept = exchange.getRequestHeaders().getFirst("Accept");
    boolean partial = accept != null && accept.contains("as=PartialObjectMetadataList");
    ObjectNode list = JSON.createObjectNode();
    list.put("kind", partial ? "PartialObjectMetadataList" : "List");
    list.put("apiVersion", partial ? "meta.k8s.io/v1" : resource.apiVersion());
    ObjectNode metadata = list.putObject("metadata").put("resourceVersion", "7");
    if (to < resource.items().size()) {
      metadata.put("continue", String.valueOf(to));
    }
    ArrayNode items = list.putArray("items");
    resource.items().subList(from, to).forEach(item -> items.add(wire(item, partial)));
    return list.toString();
  }

  /** As an API list holds it: no kind, no apiVersion, but managed fields. */
  private static ObjectNode wire(ObjectNode item, boolean partial) {
    ObjectNode copy = item.deepCopy();
    copy.remove(List.of("kind", "apiVersion"));
    ((ObjectNode) copy.path("metadata")).putArray("managedFields").add(writer());
    if (partial) {
      copy.retain("metadata");
      copy.put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
    }
    return copy;
  }

  private static ObjectNode writer() {
    ObjectNode writer = JSON.createObjectNode();
    writer.put("manager", "kubectl").put("operation", "Update").put("fieldsType", "FieldsV1");
    writer.putObject("fieldsV1").putObject("f:spec");
    return writer;
  }

  private static Map<String, String> query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return query == null
        ? Map.of()
        : Arrays.stream(query.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private String discovery(boolean core) {
    ObjectNode list = JSON.createObjectNode();
    list.put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/v2");
    ArrayNode items = list.putArray("items");
    Map<String, List<Resource>> groups =
        resources.values().stream()
            .filter(resource -> resource.group().isEmpty() == core)
            .collect(Collectors.groupingBy(Resource::group, TreeMap::new, Collectors.toList()));
    groups.forEach((group, members) -> items.add(group(group, members)));
    if (!core) {
      items.add(stale());
    }
    return list.toString();
  }

  private static JsonNode group(String name, List<Resource> members) {
    ObjectNode group = JSON.createObjectNode();
    group.putObject("metadata").put("name", name);
    ArrayNode versions = group.putArray("versions");
    for (String version : members.stream().map(Resource::version).distinct().toList()) {
      ObjectNode entry = versions.addObject().put("version", version).put("freshness", "Current");
      ArrayNode resources = entry.putArray("resources");
      members.stream()
          .filter(member -> member.version().equals(version))
          .forEach(member -> {
            ObjectNode resource = resources.addObject().put("resource", member.plural());
            resource.putArray("verbs").add("get").add("list").add("watch");
          });
    }
    return group;
  }

  private static JsonNode stale() {
    ObjectNode group = JSON.createObjectNode();
    group.putObject("metadata").put("name", "metrics.k8s.io");
    group.putArray("versions").addObject().put("version", "v1beta1").put("freshness", "Stale");
    return group;
  }

  private String review() {
    ObjectNode review = JSON.createObjectNode();
    ArrayNode rules = review.putObject("status").put("incomplete", false).putArray("resourceRules");
    var allowed = new ArrayList<>(resources.entrySet());
    allowed.removeIf(entry -> denied.contains(entry.getKey()));
    for (var entry : allowed) {
      ObjectNode rule = rules.addObject();
      rule.putArray("verbs").add("get").add("list");
      rule.putArray("apiGroups").add(entry.getValue().group());
      rule.putArray("resources").add(entry.getValue().plural());
    }
    return review.toString();
  }
}
