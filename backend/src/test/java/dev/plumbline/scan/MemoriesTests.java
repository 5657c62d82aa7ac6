package dev.plumbline.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Memory;
import dev.plumbline.tenant.Tenant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class MemoriesTests {

  private static final UUID ACME = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();
  private static final UUID YARD = UUID.randomUUID();
  private static final UUID DOCK = UUID.randomUUID();
  private static final UUID PIER = UUID.randomUUID();

  private final Memories memories = new Memories(DataSize.ofBytes(100), 1000);

  @Test
  void forgetsTheClusterThatWasNotLookedAtForLongest() {
    Memory yard = keep(ACME, YARD, 40);
    keep(ACME, DOCK, 40);
    assertThat(remembered(ACME, YARD)).isSameAs(yard);
    Memory pier = keep(ACME, PIER, 40);
    assertThat(remembered(ACME, DOCK)).isSameAs(Memory.EMPTY);
    assertThat(remembered(ACME, YARD)).isSameAs(yard);
    assertThat(remembered(ACME, PIER)).isSameAs(pier);
    assertThat(memories.bytes()).isEqualTo(80);
  }

  @Test
  void keepsTheNewestOfACluster() {
    keep(ACME, YARD, 90);
    Memory newer = keep(ACME, YARD, 95);
    assertThat(remembered(ACME, YARD)).isSameAs(newer);
    assertThat(memories.bytes()).isEqualTo(95);
  }

  @Test
  void doesNotKeepWhatHasNoRoomAndNothingOlderOfIt() {
    keep(ACME, YARD, 60);
    keep(ACME, DOCK, 30);
    keep(ACME, YARD, 101);
    assertThat(remembered(ACME, YARD)).isSameAs(Memory.EMPTY);
    assertThat(memories.bytes()).isEqualTo(30);
  }

  @Test
  void tellsNothingToAnotherOrganisation() {
    keep(ACME, YARD, 10);
    assertThat(remembered(OTHER, YARD)).isSameAs(Memory.EMPTY);
  }

  @Test
  void remembersNothingWithoutRoom() {
    assertThat(memories.worth(1)).isTrue();
    assertThat(new Memories(DataSize.ofBytes(0), 1000).worth(1)).isFalse();
  }

  @Test
  void remembersNoClusterOfWhichComparingTakesLongerThanJudging() {
    assertThat(memories.worth(1000)).isTrue();
    assertThat(memories.worth(1001)).isFalse();
  }

  private Memory keep(UUID tenant, UUID cluster, long bytes) {
    Memory memory = new Sized(bytes);
    Tenant.run(tenant, () -> memories.keep(cluster, memory));
    return memory;
  }

  private Memory remembered(UUID tenant, UUID cluster) {
    return Tenant.call(tenant, () -> memories.of(cluster));
  }

  private record Sized(long bytes) implements Memory {}
}
