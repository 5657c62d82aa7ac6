package dev.plumbline.web.pages.scan;

import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells a browser that a scan has moved, until it is over; a comment every while keeps it open. */
@Component
class ScanEvents {

  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int QUIET = 15;

  private final Scans scans;

  ScanEvents(Scans scans) {
    this.scans = scans;
  }

  SseEmitter of(Scan scan) {
    var emitter = new SseEmitter(LONGEST.toMillis());
    UUID tenant = Tenant.current();
    var thread =
        Thread.ofVirtual()
            .name("events-" + scan.id())
            .unstarted(() -> Tenant.run(tenant, () -> follow(emitter, scan)));
    emitter.onTimeout(emitter::complete);
    emitter.onCompletion(thread::interrupt);
    thread.start();
    return emitter;
  }

  private void follow(SseEmitter emitter, Scan first) {
    try {
      Scan shown = first;
      int quiet = 0;
      for (long id = 1; !shown.state().over(); id++) {
        Thread.sleep(PAUSE);
        Optional<Scan> now = scans.find(shown.id());
        if (now.isEmpty()) {
          break;
        }
        if (!now.get().progress().equals(shown.progress())) {
          emitter.send(
              SseEmitter.event()
                  .id(Long.toString(id))
                  .name("progress")
                  .data(now.get().progress().phase().name()));
          quiet = 0;
        } else if (++quiet % QUIET == 0) {
          emitter.send(SseEmitter.event().comment("still here"));
        }
        shown = now.get();
      }
      emitter.send(SseEmitter.event().name("end").data(shown.state().name()));
      emitter.complete();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (IOException | IllegalStateException gone) {
      emitter.completeWithError(gone);
    }
  }
}
