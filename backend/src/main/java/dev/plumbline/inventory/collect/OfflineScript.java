package dev.plumbline.inventory.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The kubectl-only script that collects a cluster which cannot be reached. */
public final class OfflineScript {

  /** What the script is to be called when it is saved. */
  public static final String NAME = "plumbline-dump.sh";

  private OfflineScript() {}

  /** The script, which asks for no more than the kinds that are judged. */
  public static String text() {
    String judged =
        Arrays.stream(Kinds.values())
            .filter(Kinds::inReaderRole)
            .map(Kinds::resource)
            .sorted()
            .collect(Collectors.joining(" "));
    return template().replace("@JUDGED@", judged);
  }

  static String template() {
    try (InputStream in = OfflineScript.class.getResourceAsStream("/offline/" + NAME)) {
      if (in == null) {
        throw new IllegalStateException(NAME + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
