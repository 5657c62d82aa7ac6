package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.ServerVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server's version as {@code kubectl version -o json} or {@code /version} prints it. */
final class DumpVersion {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DumpVersion() {}

  static ServerVersion of(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      JsonNode server = root.path("serverVersion");
      JsonNode git = (server.isObject() ? server : root).path("gitVersion");
      return git.isString() ? ServerVersion.of(git.stringValue()) : ServerVersion.UNKNOWN;
    } catch (JacksonException e) {
      return ServerVersion.UNKNOWN;
    }
  }
}
