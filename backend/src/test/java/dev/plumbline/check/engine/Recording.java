package dev.plumbline.check.engine;

import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.collect.Archives;
import dev.plumbline.inventory.collect.Dumps;
import dev.plumbline.inventory.collect.Upload;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;

/** The recorded cluster beside the project, read as an upload would be. */
final class Recording {

  private Recording() {}

  static Snapshot snapshot() {
    var upload = new Upload("dump.tar.gz", new ByteArrayInputStream(Archives.recordedCluster()));
    return Dumps.read(List.of(upload), Instant.parse("2026-11-22T06:00:00Z")).snapshot();
  }
}
