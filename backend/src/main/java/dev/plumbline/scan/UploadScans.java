package dev.plumbline.scan;

import dev.plumbline.inventory.collect.Collected;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Scans of what was uploaded: read before they begin, evaluated and stored in the background. */
@Component
class UploadScans implements JobHandler {

  static final String KIND = "upload";

  private final ScanJobs scans;
  private final Map<UUID, Collected> waiting = new ConcurrentHashMap<>();

  UploadScans(ScanJobs scans) {
    this.scans = scans;
  }

  void keep(UUID scan, Collected collected) {
    waiting.put(scan, collected);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Duration lease() {
    return Heartbeat.LEASE;
  }

  /** Claimed a second time, what was uploaded went with the process that read it. */
  @Override
  public void run(Job job) {
    var collected = Optional.ofNullable(waiting.remove(job.id()));
    scans.run(
        job,
        notes ->
            collected.orElseThrow(
                () -> new ScanFailed("The process that read the upload ended: upload it again.")));
  }
}
