package dev.plumbline.inventory;

import java.sql.SQLException;
import java.util.Map;
import org.postgresql.util.PGobject;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Documents as PostgreSQL keeps them. */
final class ObjectJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();
  private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};

  private ObjectJson() {}

  static PGobject write(Map<String, Object> document) {
    try {
      var json = new PGobject();
      json.setType("jsonb");
      json.setValue(JSON.writeValueAsString(document));
      return json;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, Object> read(String json) {
    return JSON.readValue(json, DOCUMENT);
  }
}
