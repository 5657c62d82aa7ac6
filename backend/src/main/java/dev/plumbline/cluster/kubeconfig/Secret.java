package dev.plumbline.cluster.kubeconfig;

import java.util.Arrays;
import java.util.function.Function;

/** Bytes that nobody prints or serializes; they are lent for a use and can be wiped. */
public final class Secret {

  private final byte[] bytes;

  /** Takes the array over: whoever made it must not keep it. */
  public Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Lends the bytes themselves; the borrower must not keep them. */
  public <T> T use(Function<byte[], T> borrower) {
    return borrower.apply(bytes);
  }

  public void wipe() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "[secret]";
  }
}
