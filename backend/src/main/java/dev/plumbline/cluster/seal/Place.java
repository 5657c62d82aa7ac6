package dev.plumbline.cluster.seal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The row a credential belongs to; a record opened for another one does not open.
 *
 * @param version of the cluster's credential, from 1
 */
public record Place(UUID tenant, UUID cluster, int version) {

  /** The additional data of one purpose: each part after its length, so that none runs over. */
  byte[] context(String purpose, byte layout, byte[] kekId) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      part(out, "kcred".getBytes(StandardCharsets.UTF_8));
      part(out, new byte[] {layout});
      part(out, tenant.toString().getBytes(StandardCharsets.UTF_8));
      part(out, cluster.toString().getBytes(StandardCharsets.UTF_8));
      part(out, Integer.toString(version).getBytes(StandardCharsets.UTF_8));
      part(out, kekId);
      part(out, purpose.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void part(DataOutputStream out, byte[] part) throws IOException {
    out.writeInt(part.length);
    out.write(part);
  }
}
