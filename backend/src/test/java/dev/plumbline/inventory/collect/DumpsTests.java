package dev.plumbline.inventory.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DumpsTests {

  private static final String EMPTY = "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":[]}";

  @Test
  void anEmptyFileProvesAnEmptyKindAndAMissingOneNothing() {
    var coverage = read(Map.of()).snapshot().coverage();
    assertThat(coverage.of(Kind.core("Pod")).state()).isEqualTo(State.COMPLETE);
    assertThat(coverage.of(Kind.core("Service")).state()).isEqualTo(State.NOT_READ);
    assertThat(coverage.of(Kinds.RUNTIME_CLASSES.kind()).state()).isEqualTo(State.NOT_SERVED);
    assertThat(coverage.of(Kinds.ROLES.kind()).reason()).isEqualTo("discovery did not list it");
  }

  @Test
  void aRefusalOrAnOutageIsToldByKind() {
    var coverage =
        read(Map.of(
                "denied.txt",
                """

                services: Error from server (Forbidden): services is forbidden: User "x" cannot list resource "services" in API group "" at the cluster scope
                gateways.networking.istio.io: Error from server (ServiceUnavailable): the server is currently unable to handle the request
                """))
            .snapshot()
            .coverage();
    assertThat(coverage.of(Kind.core("Service")).reason()).isEqualTo("cannot list services");
    assertThat(coverage.of(Kind.core("Service")).state()).isEqualTo(State.FORBIDDEN);
    assertThat(coverage.of(Kinds.ISTIO_GATEWAYS.kind()).state()).isEqualTo(State.FAILED);
  }

  @Test
  void whatDiscoveryCouldNotListIsNotTakenForAbsent() {
    var coverage =
        read(Map.of(
                "denied.txt",
                "discovery: error: unable to retrieve the complete list of server APIs:"
                    + " networking.istio.io/v1: stale GroupVersion discovery\n"))
            .snapshot()
            .coverage();
    assertThat(coverage.of(Kinds.ISTIO_GATEWAYS.kind()).state()).isEqualTo(State.NOT_READ);
    assertThat(coverage.of(Kinds.RUNTIME_CLASSES.kind()).state()).isEqualTo(State.NOT_SERVED);
  }

  @Test
  void aFileThatHoldsLessThanItsKindIsPartial() {
    String one = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"}}";
    assertThat(pods("{\"kind\":\"List\",\"items\":[" + one + ",null]}")).isEqualTo(State.PARTIAL);
    assertThat(pods("{\"kind\":\"List\",\"items\":[" + one)).isEqualTo(State.PARTIAL);
    assertThat(
            pods("{\"kind\":\"List\",\"metadata\":{\"continue\":\"x\"},\"items\":[" + one + "]}"))
        .isEqualTo(State.PARTIAL);
    assertThat(pods(one)).isEqualTo(State.PARTIAL);
    assertThat(pods("{\"kind\":\"List\",\"items\":[" + one.replace("Pod", "Node") + "]}"))
        .isEqualTo(State.FAILED);
    assertThat(pods("")).isEqualTo(State.FAILED);
    assertThat(
            pods(
                "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"message\":\"pods is forbidden: cannot"
                    + " list resource\"}"))
        .isEqualTo(State.FORBIDDEN);
    assertThat(pods("{\"kind\":\"List\",\"items\":[" + one + "]}")).isEqualTo(State.COMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd.json",
        "../pods.json",
        "dump/../../pods.json",
        "a\\b.json",
        "C:/pods.json",
        "a/b/c/d/e/f.json",
        "a\tb.json"
      })
  void oddPathsAreRefused(String path) {
    byte[] archive = Archives.tar(tar -> entry(tar, new TarArchiveEntry(path, true)));
    assertThatThrownBy(() -> Archives.read(archive))
        .isInstanceOf(DumpRefused.class)
        .hasMessageContaining("odd path");
  }

  @ParameterizedTest
  @ValueSource(
      bytes = {
        TarConstants.LF_LINK,
        TarConstants.LF_SYMLINK,
        TarConstants.LF_CHR,
        TarConstants.LF_BLK,
        TarConstants.LF_FIFO
      })
  void linksAndDevicesAreRefused(byte type) {
    var entry = new TarArchiveEntry("dump/pods.json", type);
    entry.setLinkName("/etc/passwd");
    assertThatThrownBy(() -> Archives.read(Archives.tar(tar -> entry(tar, entry))))
        .isInstanceOf(DumpRefused.class)
        .hasMessageContaining("not a plain file");
  }

  @Test
  void aBombIsRefusedBeforeItUnfolds() {
    byte[] bomb = Archives.gzip(Archives.bytes("{" + " ".repeat(40 << 20)));
    assertThatThrownBy(() -> Archives.read(bomb))
        .isInstanceOf(DumpRefused.class)
        .hasMessageContaining("100 times");
  }

  @Test
  void aHugeFileHeaderIsRefused() {
    var header = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
    var random = new byte[3 << 20];
    new java.util.Random(1).nextBytes(random);
    header.setSize(random.length);
    byte[] archive = Archives.tar(tar -> Archives.put(tar, header, random));
    assertThatThrownBy(() -> Archives.read(archive))
        .isInstanceOf(DumpRefused.class)
        .hasMessageContaining("header");
  }

  @Test
  void anUploadBeyondItsSizeIsRefused() {
    InputStream endless =
        new SequenceInputStream(
            new ByteArrayInputStream(Archives.bytes("{\"items\":[")),
            new InputStream() {
              @Override
              public int read() {
                return ' ';
              }

              @Override
              public int read(byte[] buffer, int offset, int length) {
                java.util.Arrays.fill(buffer, offset, offset + length, (byte) ' ');
                return length;
              }
            });
    assertThatThrownBy(() -> Dumps.read(List.of(new Upload("a.json", endless)), Archives.NOW))
        .isInstanceOf(DumpRefused.class)
        .hasMessageContaining("64 MiB");
  }

  @Test
  void tooManyFilesTwoFoldersAndZipArchivesAreRefused() {
    var many = new TreeMap<String, byte[]>();
    for (int i = 0; i < 501; i++) {
      many.put("d/" + i + ".txt", new byte[0]);
    }
    assertThatThrownBy(() -> Archives.read(Archives.tarGz(many))).hasMessageContaining("500 files");
    assertThatThrownBy(() ->
            Archives.read(
                Archives.tarGz(
                    Map.of(
                        "a/pods.json",
                        Archives.bytes(EMPTY),
                        "b/pods.json",
                        Archives.bytes(EMPTY)))))
        .hasMessageContaining("two folders");
    assertThatThrownBy(() -> Archives.read(Archives.bytes("PK\3\4")))
        .hasMessageContaining("zip archive");
    assertThatThrownBy(() -> Dumps.read(List.of(), Archives.NOW)).isInstanceOf(DumpRefused.class);
  }

  @Test
  void whatIsNoDumpIsSaidAndNothingElse() {
    var yaml = Archives.upload("<b>pods</b>.yaml", Archives.bytes("apiVersion: v1\nkind: Pod\n"));
    Collected collected = Dumps.read(List.of(yaml), Archives.NOW);
    assertThat(collected.snapshot().objects()).isEmpty();
    assertThat(collected.notes().getFirst()).startsWith("<b>pods</b>.yaml: cut off or not JSON");
    assertThat(collected.snapshot().coverage().readings()).isEmpty();
  }

  private static void entry(
      org.apache.commons.compress.archivers.tar.TarArchiveOutputStream tar, TarArchiveEntry entry) {
    Archives.put(tar, entry, new byte[0]);
  }

  private static State pods(String content) {
    return read(Map.of("pods.json", content)).snapshot().coverage().of(Kind.core("Pod")).state();
  }

  private static Collected read(Map<String, String> more) {
    var files = new TreeMap<String, byte[]>();
    files.put("dump/resources.txt", Archives.bytes("namespaces\npods\nservices\n"));
    files.put("dump/pods.json", Archives.bytes(EMPTY));
    more.forEach((name, content) -> files.put("dump/" + name, Archives.bytes(content)));
    return Archives.read(Archives.tarGz(files));
  }
}
