package dev.plumbline.web.pages.connect;

import dev.plumbline.inventory.collect.Collected;
import dev.plumbline.inventory.collect.DumpRefused;
import dev.plumbline.inventory.collect.Dumps;
import dev.plumbline.inventory.collect.Upload;
import dev.plumbline.tenant.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Reads uploaded files as one look at one cluster. */
public final class Uploads {

  private Uploads() {}

  /**
   * Reads them.
   *
   * @param files null when the form had none
   * @throws Refused naming {@code dump}
   */
  public static Collected read(@Nullable List<MultipartFile> files, Instant now) {
    List<MultipartFile> sent = files == null ? List.of() : files;
    List<Upload> uploads =
        sent.stream().filter(file -> !file.isEmpty()).map(Uploads::upload).toList();
    if (uploads.isEmpty()) {
      throw new Refused("dump", "Choose the archive, or the files that kubectl wrote.");
    }
    try {
      return Dumps.read(uploads, now);
    } catch (DumpRefused refused) {
      throw new Refused("dump", String.valueOf(refused.getMessage()));
    }
  }

  private static Upload upload(MultipartFile file) {
    try {
      String name = file.getOriginalFilename();
      return new Upload(name == null ? "upload" : name, file.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
