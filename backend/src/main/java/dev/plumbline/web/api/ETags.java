package dev.plumbline.web.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Names what an answer says: two answers with one tag are the same byte for byte. */
@Component
class ETags {

  private final JsonMapper json;

  ETags(JsonMapper json) {
    this.json = json;
  }

  /** The tag in quotes, weak for lists. */
  String of(Body<?> body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
      String tag = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
      return (body.page() == null ? "\"" : "W/\"") + tag + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a list of tags, as conditional headers carry it, has this one or is {@code *}. */
  static boolean has(String list, String tag) {
    return list.strip().equals("*")
        || Stream.of(list.split(",")).anyMatch(one -> one.strip().equals(tag));
  }
}
