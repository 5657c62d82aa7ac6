package dev.plumbline.inventory.collect.live;

import dev.plumbline.cluster.api.ApiFailure;
import dev.plumbline.cluster.api.ApiServer;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for aggregated discovery, and group by group where the server does not know it. */
final class Discoverer {

  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
          + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
          + "application/json";
  private static final Pattern GROUP = Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){0,10}");
  private static final Pattern VERSION = Pattern.compile("v[0-9][a-z0-9]{0,20}");
  private static final Pattern RESOURCE = Pattern.compile("[a-z0-9-]{1,63}");
  private static final int MOST_GROUPS = 1000;

  private final ApiServer server;
  private final Map<String, LinkedHashSet<String>> versions = new TreeMap<>();
  private final Map<String, String> doubtful = new TreeMap<>();

  Discoverer(ApiServer server) {
    this.server = server;
  }

  Discovery discover() {
    try {
      root("/api");
      root("/apis");
      return new Discovery(versions, doubtful, "");
    } catch (ApiFailure failure) {
      return new Discovery(Map.of(), Map.of(), failure.message());
    }
  }

  private void root(String path) throws ApiFailure {
    JsonNode root = json(path, AGGREGATED);
    switch (root.path("kind").asString("")) {
      case "APIGroupDiscoveryList" -> aggregated(root);
      case "APIVersions" -> resources("", "v1", "/api/v1");
      case "APIGroupList" -> groups(root);
      default ->
          throw new ApiFailure(ApiFailure.Reason.MALFORMED, "The server's discovery is malformed.");
    }
  }

  private JsonNode json(String path, String accept) throws ApiFailure {
    return server.get(path, accept, body -> JsonMapper.shared().readTree(body));
  }

  private void aggregated(JsonNode list) {
    for (JsonNode item : list.path("items")) {
      String group = item.path("metadata").path("name").asString("");
      for (JsonNode version : item.path("versions")) {
        String name = version.path("version").asString("");
        if (version.path("freshness").asString("Current").equals("Stale")) {
          doubt(group, "the server of " + name + " is unavailable");
        }
        version.path("resources").forEach(it -> add(group, name, it.path("resource"), it));
      }
    }
  }

  private void groups(JsonNode list) {
    int count = 0;
    for (JsonNode item : list.path("groups")) {
      String group = item.path("name").asString("");
      for (JsonNode version : item.path("versions")) {
        String name = version.path("version").asString("");
        boolean plausible = GROUP.matcher(group).matches() && VERSION.matcher(name).matches();
        if (plausible && ++count <= MOST_GROUPS) {
          resources(group, name, "/apis/" + group + "/" + name);
        }
      }
    }
  }

  private void resources(String group, String version, String path) {
    try {
      json(path, "application/json")
          .path("resources")
          .forEach(it -> add(group, version, it.path("name"), it));
    } catch (ApiFailure failure) {
      doubt(group, "discovery of " + version + " failed: " + failure.message());
    }
  }

  private void add(String group, String version, JsonNode name, JsonNode resource) {
    boolean lists =
        resource.path("verbs").valueStream().anyMatch(it -> "list".equals(it.asString("")));
    String plural = name.asString("");
    boolean plausible = group.isEmpty() || GROUP.matcher(group).matches();
    if (lists
        && plausible
        && RESOURCE.matcher(plural).matches()
        && VERSION.matcher(version).matches()) {
      String key = group.isEmpty() ? plural : plural + "." + group;
      versions.computeIfAbsent(key, it -> new LinkedHashSet<>()).add(version);
    }
  }

  private void doubt(String group, String why) {
    if (group.isEmpty() || GROUP.matcher(group).matches()) {
      doubtful.merge(group, why, (first, second) -> first);
    }
  }
}
