package dev.plumbline.inventory.collect.live;

import dev.plumbline.cluster.api.ApiFailure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers what broke a stream off, for those whose reader makes the best of what came. */
final class Watched extends FilterInputStream {

  private @Nullable IOException broken;

  Watched(InputStream in) {
    super(in);
  }

  /** Empty while nothing broke, or when it was no failure of the server's answer. */
  Optional<ApiFailure> failure() {
    return ApiFailure.behind(broken);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      broken = e;
      throw e;
    }
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    try {
      return super.read(into, from, length);
    } catch (IOException e) {
      broken = e;
      throw e;
    }
  }
}
