package dev.plumbline.check.catalogue;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds every check folder on the class path. */
public final class CheckFolders {

  private CheckFolders() {}

  /**
   * @throws InvalidCheck when a folder cannot be used
   */
  public static Catalogue load() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:checks/*/*/check.yaml");
      return catalogue(Arrays.stream(files).map(CheckFolders::read).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("checks cannot be listed", e);
    }
  }

  static Catalogue catalogue(List<Check> checks) {
    List<Check> sorted = checks.stream().sorted(Comparator.comparing(Check::id)).toList();
    return Catalogue.of(sorted, version(sorted));
  }

  private static Check read(Resource file) {
    try {
      return CheckFile.parse(
          file.getURL().getPath(), file.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static String version(List<Check> checks) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(checks.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
