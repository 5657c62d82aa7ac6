package dev.plumbline.cluster.kubeconfig;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a token tells about itself, unproved.
 *
 * @param subject empty when it does not tell
 */
record TokenFacts(String subject, Optional<Instant> expiresAt) {

  private static final TokenFacts NONE = new TokenFacts("", Optional.empty());
  private static final Pattern ACCOUNT =
      Pattern.compile("system:serviceaccount:([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?):.+");
  private static final JsonMapper JSON = JsonMapper.shared();

  static TokenFacts of(String token) {
    String[] parts = token.split("\\.", 4);
    return parts.length == 3 ? ofClaims(parts[1]) : NONE;
  }

  /** Of a service account's token. */
  Optional<String> namespace() {
    var account = ACCOUNT.matcher(subject);
    return account.matches() ? Optional.of(account.group(1)) : Optional.empty();
  }

  private static TokenFacts ofClaims(String part) {
    try {
      JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(part));
      return new TokenFacts(
          Refusals.shown(claims.path("sub").asString("")), instant(claims.path("exp")));
    } catch (IllegalArgumentException | JacksonException e) {
      return NONE;
    }
  }

  private static Optional<Instant> instant(JsonNode seconds) {
    try {
      return seconds.isIntegralNumber() && seconds.canConvertToLong()
          ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
