package dev.plumbline.inventory.collect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Bounds what all files of one upload may weigh, packed and inflated. */
final class Meter {

  static final long PACKED = 64L << 20;
  static final long INFLATED = 1L << 30;
  static final int RATIO = 100;
  private static final long RATIO_FROM = 8L << 20;
  private static final long HEADER = 1L << 20;

  private long packed;
  private long inflated;
  private long fence = Long.MAX_VALUE;

  InputStream packed(InputStream in) {
    return new Counting(in, this::addPacked);
  }

  InputStream inflated(InputStream in) {
    return new Counting(in, this::addInflated);
  }

  /** From here to {@link #open}, only as much may be read as a sound file header takes. */
  void fence() {
    fence = inflated + HEADER;
  }

  void open() {
    fence = Long.MAX_VALUE;
  }

  private void addPacked(long bytes) {
    packed += bytes;
    if (packed > PACKED) {
      throw new DumpRefused("The upload is larger than 64 MiB.");
    }
  }

  private void addInflated(long bytes) {
    inflated += bytes;
    if (inflated > INFLATED) {
      throw new DumpRefused("The upload unpacks to more than 1 GiB.");
    }
    if (inflated > RATIO_FROM && inflated / RATIO > packed) {
      throw new DumpRefused("The upload unpacks to more than " + RATIO + " times its size.");
    }
    if (inflated > fence) {
      throw new DumpRefused("The archive has a file header larger than 1 MiB.");
    }
  }

  private static final class Counting extends FilterInputStream {

    private final LongConsumer counter;

    Counting(InputStream in, LongConsumer counter) {
      super(in);
      this.counter = counter;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      counter.accept(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      counter.accept(Math.max(count, 0));
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      counter.accept(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
