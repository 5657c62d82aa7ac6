package dev.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DigestTests {

  @Test
  void theOrderOfAMapDoesNotMatterAndEverythingElseDoes() {
    var one = new LinkedHashMap<String, Object>(Map.of("a", 1L));
    one.put("b", List.of("x", true));
    var other = new LinkedHashMap<String, Object>(Map.of("b", List.of("x", true)));
    other.put("a", 1L);
    assertThat(Digest.of(one).bytes()).isEqualTo(Digest.of(other).bytes());
    assertThat(Digest.of(List.of("a", "b")).bytes()).isNotEqualTo(Digest.of(List.of("ab")).bytes());
    assertThat(Digest.of("1").bytes()).isNotEqualTo(Digest.of(1L).bytes());
    assertThat(Digest.of(List.of("true")).bytes()).isNotEqualTo(Digest.of(List.of(true)).bytes());
  }

  @Test
  void anObjectKeepsItsIdWithinItsClusterOnly() {
    var key = new ObjectKey(new Kind("apps", "Deployment"), "shop", "web");
    UUID cluster = UUID.randomUUID();
    assertThat(key.id(cluster)).isEqualTo(key.id(cluster)).isNotEqualTo(key.id(UUID.randomUUID()));
    assertThat(key.id(cluster).version()).isEqualTo(8);
    assertThat(key.id(cluster).variant()).isEqualTo(2);
  }
}
