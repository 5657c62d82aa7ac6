package dev.plumbline.inventory.fact.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.fact.reach.Ports.Protocol;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTests {

  @Test
  void portsAreWrittenByProtocol() {
    Ports ports =
        Ports.of(Protocol.TCP, 80, 80)
            .or(Ports.of(Protocol.TCP, 81, 90))
            .or(Ports.all(Protocol.UDP))
            .or(Ports.of(Protocol.SCTP, 5, 4));
    assertThat(ports).hasToString("TCP 80\u201390, UDP any");
    assertThat(Ports.ALL).hasToString("any port");
    assertThat(Ports.ALL.minus(Ports.ALL)).isEqualTo(Ports.NONE).hasToString("none");
  }

  @Test
  void unionsMeetingsAndDifferencesAreThoseOfSets() {
    var random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      Ports one = Ports.NONE;
      Ports other = Ports.NONE;
      Set<String> ones = new HashSet<>();
      Set<String> others = new HashSet<>();
      for (int i = 0; i < 3; i++) {
        one = one.or(range(random, ones));
        other = other.or(range(random, others));
      }
      for (Protocol protocol : Protocol.values()) {
        for (int port = 1; port < 12; port++) {
          boolean a = ones.contains(protocol + " " + port);
          boolean b = others.contains(protocol + " " + port);
          assertThat(one.has(protocol, port)).isEqualTo(a);
          assertThat(one.or(other).has(protocol, port)).isEqualTo(a || b);
          assertThat(one.and(other).has(protocol, port)).isEqualTo(a && b);
          assertThat(one.minus(other).has(protocol, port)).isEqualTo(a && !b);
        }
      }
    }
  }

  private static Ports range(Random random, Set<String> kept) {
    Protocol protocol = Protocol.values()[random.nextInt(3)];
    int from = random.nextInt(12);
    int to = from + random.nextInt(4);
    for (int port = from; port <= to; port++) {
      kept.add(protocol + " " + port);
    }
    return Ports.of(protocol, from, to);
  }
}
