package dev.plumbline.cluster.api;

import dev.plumbline.cluster.api.ApiFailure.Reason;
import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An answer's body as a stream: asked for piece by piece, cut at the limits of size and time. */
final class BodyStream extends InputStream implements AsyncBody.Consumer<List<ByteBuffer>> {

  private record Piece(List<ByteBuffer> bytes, boolean last, @Nullable Throwable error) {}

  private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final ArrayDeque<ByteBuffer> current = new ArrayDeque<>();
  private final Duration patience;
  private final AtomicLong wholeLeft;
  private long answerLeft;
  private @Nullable AsyncBody body;
  private boolean ended;

  BodyStream(Duration patience, long answerBytes, AtomicLong wholeLeft) {
    this.patience = patience;
    this.answerLeft = answerBytes;
    this.wholeLeft = wholeLeft;
  }

  void attach(AsyncBody source) {
    body = source;
    source.done().whenComplete((done, error) -> pieces.add(new Piece(List.of(), true, error)));
  }

  @Override
  public void consume(List<ByteBuffer> bytes, AsyncBody source) {
    pieces.add(new Piece(bytes, false, null));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    while (!ended && (current.isEmpty() || !current.peek().hasRemaining())) {
      current.poll();
      if (current.isEmpty()) {
        next();
      }
    }
    ByteBuffer from = current.peek();
    if (ended || from == null) {
      return -1;
    }
    int count = Math.min(length, from.remaining());
    from.get(into, offset, count);
    return count;
  }

  private void next() throws IOException {
    AsyncBody source = body;
    if (source == null) {
      throw new IllegalStateException("no body is attached");
    }
    source.consume();
    Piece piece = await();
    if (piece.error() != null) {
      throw new Failures.Carried(cut(piece.error()));
    }
    ended = piece.last();
    piece.bytes().forEach(this::take);
    if (answerLeft < 0 || wholeLeft.get() < 0) {
      throw new Failures.Carried(
          new ApiFailure(Reason.TOO_LARGE, "The server's answer is larger than the limit."));
    }
  }

  private void take(ByteBuffer bytes) {
    answerLeft -= bytes.remaining();
    wholeLeft.addAndGet(-bytes.remaining());
    current.add(bytes);
  }

  private Piece await() throws IOException {
    try {
      Piece piece = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (piece == null) {
        throw new Failures.Carried(Failures.timeout());
      }
      return piece;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failures.Carried(new ApiFailure(Reason.CANCELLED, "The reading was cancelled."));
    }
  }

  private static ApiFailure cut(Throwable error) {
    ApiFailure failure = Failures.of(error);
    return failure.reason() == Reason.UNREACHABLE
        ? new ApiFailure(Reason.MALFORMED, "The server's answer was cut off.")
        : failure;
  }

  @Override
  public void close() {
    AsyncBody source = body;
    if (source != null) {
      source.cancel();
    }
  }
}
