package dev.plumbline.testing.kube;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Serves a folder written by the offline script as if it were the cluster itself. */
public final class DumpFolder {

  private static final JsonMapper JSON = JsonMapper.shared();

  private DumpFolder() {}

  /**
   * Reads the folder.
   *
   * @param versions of the resources that have no object, which the folder does not tell
   */
  public static RecordedCluster of(Path folder, Map<String, String> versions) {
    try {
      var cluster = new RecordedCluster();
      for (String resource : Files.readAllLines(folder.resolve("resources.txt"))) {
        List<ObjectNode> items = items(folder.resolve(resource + ".json"));
        cluster.serve(resource, version(items, versions.getOrDefault(resource, "v1")), items);
      }
      for (String line : Files.readAllLines(folder.resolve("denied.txt"))) {
        cluster.deny(line.substring(0, line.indexOf(": ")));
      }
      JsonNode version = JSON.readTree(Files.readString(folder.resolve("version.json")));
      return cluster.version(version.path("serverVersion").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ObjectNode> items(Path file) throws IOException {
    var items = new ArrayList<ObjectNode>();
    if (Files.exists(file)) {
      JSON.readTree(Files.readString(file))
          .path("items")
          .forEach(item -> items.add((ObjectNode) item));
    }
    return items;
  }

  private static String version(List<ObjectNode> items, String otherwise) {
    if (items.isEmpty()) {
      return otherwise;
    }
    String apiVersion = items.getFirst().path("apiVersion").asString("");
    return apiVersion.substring(apiVersion.indexOf('/') + 1);
  }
}
