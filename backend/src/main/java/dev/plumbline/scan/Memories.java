package dev.plumbline.scan;

import dev.plumbline.check.Memory;
import dev.plumbline.tenant.Tenant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * What the last evaluations of the clusters remember, in this process and as far as there is room:
 * the cluster that was not looked at for longest is forgotten first, and is then judged as a whole.
 */
@Component
final class Memories {

  private final long room;
  private final int largest;
  private final Map<Owner, Memory> all = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param room for all clusters of all organisations; with none, nothing is remembered
   * @param largest objects of a cluster that is remembered; of a larger one comparing takes longer
   *     than judging
   */
  Memories(
      @Value("${plumbline.evaluation.memory:64MB}") DataSize room,
      @Value("${plumbline.evaluation.remembered-objects:10000}") int largest) {
    this.room = room.toBytes();
    this.largest = largest;
  }

  private record Owner(UUID tenant, UUID cluster) {}

  /** Whether remembering so many objects is worth its while. */
  boolean worth(int objects) {
    return room > 0 && objects <= largest;
  }

  /** What is remembered of a cluster of the current organisation. */
  synchronized Memory of(UUID cluster) {
    return all.getOrDefault(new Owner(Tenant.current(), cluster), Memory.EMPTY);
  }

  synchronized void keep(UUID cluster, Memory memory) {
    var owner = new Owner(Tenant.current(), cluster);
    all.remove(owner);
    if (memory.bytes() <= room) {
      all.put(owner, memory);
      makeRoom();
    }
  }

  private void makeRoom() {
    long held = bytes();
    for (Iterator<Memory> oldest = all.values().iterator(); held > room; ) {
      held -= oldest.next().bytes();
      oldest.remove();
    }
  }

  synchronized long bytes() {
    return all.values().stream().mapToLong(Memory::bytes).sum();
  }
}
