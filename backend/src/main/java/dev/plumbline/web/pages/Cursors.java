package dev.plumbline.web.pages;

import dev.plumbline.cluster.InstallationKey;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opaque places in a list: signed with a key of the installation, and bound to the tenant and the
 * list they were made for.
 */
@Component
public class Cursors {

  private static final int SEAL = 16;

  private final JsonMapper json;
  private final javax.crypto.spec.SecretKeySpec key;

  Cursors(JsonMapper json, InstallationKey installation) {
    this.json = json;
    this.key = new javax.crypto.spec.SecretKeySpec(installation.derive("cursors"), "HmacSHA256");
  }

  /**
   * Writes a place.
   *
   * @param position a record that JSON can carry
   * @param list what identifies the list: filter, order, instant
   */
  public String write(Object position, String list) {
    byte[] body = json.writeValueAsBytes(position);
    byte[] seal = seal(body, list);
    byte[] whole = Arrays.copyOf(seal, SEAL + body.length);
    System.arraycopy(body, 0, whole, SEAL, body.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /** Reads a place, null for the beginning. Throws {@link Refused} when it is of another list. */
  public <T> @Nullable T read(Class<T> position, String cursor, String list) {
    if (cursor.isEmpty()) {
      return null;
    }
    try {
      byte[] whole = Base64.getUrlDecoder().decode(cursor);
      byte[] body = Arrays.copyOfRange(whole, Math.min(SEAL, whole.length), whole.length);
      if (whole.length <= SEAL
          || !MessageDigest.isEqual(Arrays.copyOf(whole, SEAL), seal(body, list))) {
        throw foreign();
      }
      return json.readValue(body, position);
    } catch (IllegalArgumentException | JacksonException e) {
      throw foreign();
    }
  }

  private static Refused foreign() {
    return new Refused("cursor", "This cursor belongs to another list: begin without one.");
  }

  private byte[] seal(byte[] body, String list) {
    try {
      var mac = javax.crypto.Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update((Tenant.current() + "\n" + list + "\n").getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(mac.doFinal(body), SEAL);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
