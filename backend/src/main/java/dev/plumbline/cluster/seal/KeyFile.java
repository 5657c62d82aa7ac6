package dev.plumbline.cluster.seal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys in a file that only the product's own user may read: one line each, {@code id key} in
 * hexadecimal, the first wraps, all unwrap.
 */
final class KeyFile implements Kek {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{32}) ([0-9a-f]{64})");
  private static final HexFormat HEX = HexFormat.of();

  private record Key(byte[] id, byte[] bytes) {}

  private final List<Key> keys;

  private KeyFile(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /** Reads the file; makes it with a new key when there is none. */
  static KeyFile at(Path file) {
    try {
      if (Files.notExists(file)) {
        create(file);
      }
      return new KeyFile(read(file));
    } catch (IOException e) {
      throw new IllegalStateException(
          "The encryption key file " + file + " cannot be used: " + e, e);
    }
  }

  private static void create(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    String line = HEX.formatHex(Gcm.random(ID_LENGTH)) + " " + HEX.formatHex(Gcm.newKey()) + "\n";
    Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, fresh, onlyMine())) {
      channel.write(java.nio.ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    } catch (FileAlreadyExistsException e) {
      return;
    }
  }

  private static FileAttribute<?>[] onlyMine() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static List<Key> read(Path file) throws IOException {
    var keys = new ArrayList<Key>();
    for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
      var shape = LINE.matcher(line.strip());
      if (!shape.matches()) {
        throw new IOException("a line is not an id and a key in hexadecimal");
      }
      keys.add(new Key(HEX.parseHex(shape.group(1)), HEX.parseHex(shape.group(2))));
    }
    if (keys.isEmpty()) {
      throw new IOException("it is empty");
    }
    return keys;
  }

  @Override
  public byte[] id() {
    return keys.getFirst().id().clone();
  }

  @Override
  public byte[] wrap(byte[] key, byte[] context) {
    return Gcm.seal(keys.getFirst().bytes(), key, context);
  }

  @Override
  public byte[] derive(String purpose) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keys.getFirst().bytes(), "HmacSHA256"));
      return mac.doFinal(("plumbline\0" + purpose).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public byte[] unwrap(byte[] id, byte[] wrapped, byte[] context) {
    return keys.stream()
        .filter(key -> Arrays.equals(key.id(), id))
        .findFirst()
        .map(key -> Gcm.open(key.bytes(), wrapped, context))
        .orElseThrow(() ->
            new Unsealable(
                "The key that sealed this credential is not in the encryption key file:"
                    + " restore the file, or replace the credential."));
  }
}
