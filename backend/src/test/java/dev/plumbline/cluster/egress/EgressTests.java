package dev.plumbline.cluster.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTests {

  private static final Egress HOSTED = new Egress(List.of(), EgressSettings.USUAL_PORTS, Set.of());
  private static final Egress WIDE_OPEN =
      new Egress(List.of("0.0.0.0/0", "::/0"), List.of("1-65535"), Set.of());
  private static final Egress EMBEDDED =
      new Egress(EgressSettings.PRIVATE, List.of("1024-65535"), Set.of());

  private static InetAddress address(String text) throws UnknownHostException {
    return InetAddress.getByName(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "169.254.169.254",
        "169.254.170.2",
        "169.254.0.1",
        "168.63.129.16",
        "100.100.100.200",
        "192.0.0.192",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "fd00:ec2::254",
        "fd20:ce::254",
        "::ffff:169.254.169.254",
        "::ffff:a9fe:a9fe",
        "::169.254.169.254",
        "::a9fe:a9fe",
        "64:ff9b::169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::a9fe:a9fe",
        "2002:a9fe:a9fe::1",
        "2001:0:a9fe:a9fe::1",
        "::127.0.0.1",
        "::8.8.8.8",
        "100::1"
      })
  void whatGivesAwayKeysIsNeverAllowedWhateverTheDeploymentLists(String text)
      throws UnknownHostException {
    assertThat(WIDE_OPEN.allows(address(text), 443)).isFalse();
    assertThat(EMBEDDED.allows(address(text))).isFalse();
    assertThat(HOSTED.allows(address(text), 443)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "2130706433",
        "10.0.0.1",
        "10.255.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "::1",
        "fc00::1",
        "fdff::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::127.0.0.1",
        "192.168.1",
        "10.1",
        "127.1"
      })
  void privateAddressesAreAllowedOnlyWhereTheDeploymentListsThem(String text)
      throws UnknownHostException {
    assertThat(HOSTED.allows(address(text), 443)).isFalse();
    assertThat(EMBEDDED.allows(address(text), 6443)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"198.18.0.1", "192.0.2.1", "203.0.113.1", "2001:db8::1"})
  void rangesForTestsAndDocumentsNeedToBeListed(String text) throws UnknownHostException {
    assertThat(HOSTED.allows(address(text), 443)).isFalse();
    assertThat(EMBEDDED.allows(address(text), 6443)).isFalse();
    assertThat(WIDE_OPEN.allows(address(text), 443)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "1.1.1.1",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "11.0.0.1",
        "2606:4700::1111",
        "64:ff9b::8.8.8.8",
        "::ffff:8.8.8.8"
      })
  void publicAddressesAreAllowedOnTheUsualPorts(String text) throws UnknownHostException {
    assertThat(HOSTED.allows(address(text), 443)).isTrue();
    assertThat(HOSTED.allows(address(text), 16443)).isTrue();
    assertThat(HOSTED.allows(address(text), 22)).isFalse();
    assertThat(HOSTED.allows(address(text), 5432)).isFalse();
  }

  @Test
  void aListedRangeEndsWhereItEnds() throws UnknownHostException {
    var egress = new Egress(List.of("10.1.128.0/17"), List.of("443"), Set.of());
    assertThat(egress.allows(address("10.1.128.0"), 443)).isTrue();
    assertThat(egress.allows(address("10.1.255.255"), 443)).isTrue();
    assertThat(egress.allows(address("10.1.127.255"), 443)).isFalse();
    assertThat(egress.allows(address("10.2.128.0"), 443)).isFalse();
  }

  @Test
  void ourOwnDatabaseIsNeverAllowed() throws UnknownHostException {
    var own = EgressWiring.addresses("jdbc:postgresql://127.0.0.1:45432/plumbline?a=b");
    var egress = new Egress(EgressSettings.PRIVATE, List.of("1024-65535"), own);
    assertThat(egress.allows(address("127.0.0.1"), 45432)).isFalse();
    assertThat(egress.allows(address("::ffff:127.0.0.1"), 45432)).isFalse();
    assertThat(egress.allows(address("127.0.0.1"), 45433)).isTrue();
  }

  @Test
  void theAddressesOfADatabaseAreReadFromEveryFormOfItsUrl() throws UnknownHostException {
    assertThat(EgressWiring.addresses("jdbc:postgresql://10.0.0.1,10.0.0.2:6000/db"))
        .containsExactlyInAnyOrder(
            new InetSocketAddress(address("10.0.0.1"), 5432),
            new InetSocketAddress(address("10.0.0.2"), 6000));
    assertThat(EgressWiring.addresses("jdbc:postgresql://[::1]:6000/db"))
        .containsExactly(new InetSocketAddress(address("::1"), 6000));
    assertThat(EgressWiring.addresses("jdbc:postgresql:db"))
        .contains(new InetSocketAddress(address("127.0.0.1"), 5432));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "host/8", "/8", "10.0.0.0/-1", ""})
  void aRangeThatIsNoneIsRefusedAtStart(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Cidr.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "10-5", "x", "1-", ""})
  void aPortThatIsNoneIsRefusedAtStart(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Ports.of(List.of(text)));
  }
}
