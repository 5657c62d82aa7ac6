package dev.plumbline.inventory.collect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads what was collected offline: the archive of the script, its files one by one, or loose
 * output of {@code kubectl get -o json}.
 *
 * <p>Everything is streamed, nothing is written to disk. A damaged file yields what could be read
 * of it and a note; only what looks like an attack or a mistake is refused as a whole.
 */
public final class Dumps {

  private static final int ENTRIES = 500;
  private static final int SNIFFED = 512;
  private static final int TAR_MAGIC = 257;

  private final Meter meter = new Meter();
  private final DumpFolder folder;
  private int entries;

  private Dumps(Instant now) {
    this.folder = new DumpFolder(now);
  }

  /**
   * Reads uploads as one look at one cluster.
   *
   * @param now when they arrived; the look is dated by the archive where that is plausible
   * @throws DumpRefused when the upload as a whole cannot be taken
   */
  public static Collected read(List<Upload> uploads, Instant now) {
    if (uploads.isEmpty()) {
      throw new DumpRefused("There is no file in the upload.");
    }
    var dumps = new Dumps(now);
    uploads.forEach(dumps::upload);
    return dumps.folder.collected();
  }

  private void upload(Upload upload) {
    String name = DumpPath.shown(upload.name());
    try {
      InputStream in = new BufferedInputStream(meter.packed(upload.content()));
      byte[] head = head(in);
      if (starts(head, 'P', 'K')) {
        throw new DumpRefused(name + " is a zip archive: send a .tar.gz, or the files themselves.");
      }
      boolean gzip = starts(head, 0x1f, 0x8b);
      InputStream plain = meter.inflated(gzip ? new GZIPInputStream(in) : in);
      content(name, new BufferedInputStream(plain));
    } catch (IOException e) {
      folder.broken(name, e);
    }
  }

  private void content(String name, InputStream in) throws IOException {
    byte[] head = head(in);
    if (tar(head)) {
      archive(name, in);
    } else {
      count();
      folder.loose(name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name, in);
    }
  }

  private void archive(String name, InputStream in) {
    try {
      var tar = new TarArchiveInputStream(in, "UTF-8");
      for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
        count();
        entry(entry, tar);
        tar.transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException | IllegalArgumentException e) {
      folder.broken(name, e);
    }
  }

  private TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
    meter.fence();
    TarArchiveEntry entry = tar.getNextEntry();
    meter.open();
    return entry;
  }

  private void entry(TarArchiveEntry entry, InputStream content) throws IOException {
    DumpPath path = DumpPath.of(entry.getName());
    if (entry.isDirectory()) {
      return;
    }
    if (!plain(entry)) {
      throw new DumpRefused(path.shown() + " in the archive is not a plain file.");
    }
    folder.archived(path, entry.getLastModifiedTime().toInstant(), content);
  }

  private static boolean plain(TarArchiveEntry entry) {
    boolean device = entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO();
    boolean link = entry.isLink() || entry.isSymbolicLink();
    return entry.isFile() && !device && !link && !entry.isSparse();
  }

  private void count() {
    if (++entries > ENTRIES) {
      throw new DumpRefused("The upload has more than " + ENTRIES + " files.");
    }
  }

  private static byte[] head(InputStream in) throws IOException {
    in.mark(SNIFFED);
    byte[] head = in.readNBytes(SNIFFED);
    in.reset();
    return head;
  }

  private static boolean starts(byte[] head, int first, int second) {
    return head.length > 1 && (head[0] & 0xff) == first && (head[1] & 0xff) == second;
  }

  private static boolean tar(byte[] head) {
    return head.length == SNIFFED
        && new String(head, TAR_MAGIC, 5, StandardCharsets.US_ASCII).equals("ustar");
  }
}
