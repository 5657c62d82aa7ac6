package dev.plumbline.rulebook;

import dev.plumbline.tenant.Refused;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets few trials run at once, so that people at work leave the machine to scans. */
@Component
class Trials {

  private static final int AT_ONCE = 2;

  private final Semaphore free = new Semaphore(AT_ONCE);

  <T> T run(Supplier<T> trial) {
    if (!free.tryAcquire()) {
      throw new Refused(
          "cluster", "Other checks are being tried right now: try again in a moment.");
    }
    try {
      return trial.get();
    } finally {
      free.release();
    }
  }
}
