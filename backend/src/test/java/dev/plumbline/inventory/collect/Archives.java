package dev.plumbline.inventory.collect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Assumptions;

/** Archives made for tests. */
public final class Archives {

  static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

  private Archives() {}

  /** The recorded cluster, as the offline script would have packed it. */
  public static byte[] recordedCluster() {
    return tarGz(recordedFiles());
  }

  static Map<String, byte[]> recordedFiles() {
    Optional<String> shared = Optional.ofNullable(System.getenv("PLUMBLINE_SHARED"));
    Assumptions.assumeTrue(
        shared.filter(name -> !name.isBlank()).isPresent(),
        "PLUMBLINE_SHARED names no folder with a recorded cluster");
    var files = new TreeMap<String, byte[]>();
    try (var all = Files.list(Path.of(shared.orElseThrow(), "data", "cluster"))) {
      for (Path file : all.toList()) {
        files.put("cluster/" + file.getFileName(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  static byte[] tarGz(Map<String, byte[]> files) {
    return gzip(
        tar(tar ->
            files.forEach((name, content) -> {
              var entry = new TarArchiveEntry(name);
              entry.setSize(content.length);
              entry.setModTime(NOW.minusSeconds(3600).toEpochMilli());
              put(tar, entry, content);
            })));
  }

  static byte[] tar(Consumer<TarArchiveOutputStream> content) {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      content.accept(tar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) {
    try {
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Upload upload(String name, byte[] content) {
    return new Upload(name, new ByteArrayInputStream(content));
  }

  static Collected read(byte[] archive) {
    return Dumps.read(List.of(upload("dump.tar.gz", archive)), NOW);
  }
}
