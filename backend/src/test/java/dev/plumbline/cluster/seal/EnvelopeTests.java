package dev.plumbline.cluster.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cluster.kubeconfig.Access;
import dev.plumbline.cluster.kubeconfig.Login;
import dev.plumbline.cluster.kubeconfig.Secret;
import dev.plumbline.testing.kube.TestCertificates;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvelopeTests {

  private static final byte[] PLAIN = "canary-token".getBytes(StandardCharsets.UTF_8);
  private static final Place HERE = new Place(UUID.randomUUID(), UUID.randomUUID(), 1);

  @TempDir Path folder;
  private Path file;
  private Envelope envelope;

  @BeforeEach
  void makeKey() {
    file = folder.resolve("deep/encryption.key");
    envelope = new Envelope(KeyFile.at(file));
  }

  @Test
  void whatWasSealedOpensInItsPlace() {
    assertThat(envelope.open(envelope.seal(PLAIN, HERE), HERE)).isEqualTo(PLAIN);
  }

  @Test
  void theRecordHasItsLayoutAndShowsNothing() {
    byte[] record = envelope.seal(PLAIN, HERE);
    assertThat(record).hasSize(1 + 16 + 60 + 12 + PLAIN.length + 16).startsWith(1);
    assertThat(new String(record, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
    assertThat(envelope.seal(PLAIN, HERE)).isNotEqualTo(record);
  }

  @Test
  void aRecordMovedToAnotherRowDoesNotOpen() {
    byte[] record = envelope.seal(PLAIN, HERE);
    for (Place other :
        List.of(
            new Place(UUID.randomUUID(), HERE.cluster(), 1),
            new Place(HERE.tenant(), UUID.randomUUID(), 1),
            new Place(HERE.cluster(), HERE.tenant(), 1),
            new Place(HERE.tenant(), HERE.cluster(), 2))) {
      assertThatThrownBy(() -> envelope.open(record, other)).isInstanceOf(Unsealable.class);
    }
  }

  @Test
  void anyBitAlteredIsNoticed() {
    byte[] record = envelope.seal(PLAIN, HERE);
    for (int i = 0; i < record.length; i++) {
      byte[] altered = record.clone();
      altered[i] ^= 4;
      assertThatThrownBy(() -> envelope.open(altered, HERE)).isInstanceOf(Unsealable.class);
    }
  }

  @Test
  void aRecordCutAnywhereIsNoticed() {
    byte[] record = envelope.seal(PLAIN, HERE);
    for (int length = 0; length < record.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(record, length);
      assertThatThrownBy(() -> envelope.open(cut, HERE)).isInstanceOf(Unsealable.class);
    }
  }

  @Test
  void theKeyFileIsKeptAndPrivate() throws IOException {
    byte[] record = envelope.seal(PLAIN, HERE);
    assertThat(new Envelope(KeyFile.at(file)).open(record, HERE)).isEqualTo(PLAIN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aNewKeyBeforeTheOldOneSealsAndBothOpen() throws IOException {
    byte[] old = envelope.seal(PLAIN, HERE);
    Path second = folder.resolve("second.key");
    KeyFile.at(second);
    Files.writeString(file, Files.readString(second) + Files.readString(file));
    var both = new Envelope(KeyFile.at(file));
    assertThat(both.open(old, HERE)).isEqualTo(PLAIN);
    assertThat(new Envelope(KeyFile.at(second)).open(both.seal(PLAIN, HERE), HERE))
        .isEqualTo(PLAIN);
  }

  @Test
  void aLostKeyIsNamedAsTheReason() {
    byte[] record = envelope.seal(PLAIN, HERE);
    var other = new Envelope(KeyFile.at(folder.resolve("other.key")));
    assertThatThrownBy(() -> other.open(record, HERE))
        .isInstanceOf(Unsealable.class)
        .hasMessageContaining("not in the encryption key file");
  }

  @Test
  void aKeyFileThatIsNoneIsRefusedAndNotOverwritten() throws IOException {
    Files.writeString(file, "hello\n");
    assertThatIllegalStateException().isThrownBy(() -> KeyFile.at(file));
    assertThat(Files.readString(file)).isEqualTo("hello\n");
  }

  @Test
  void accessComesBackAsItWas() {
    var authority = TestCertificates.authority("a");
    var client = TestCertificates.issue(authority, "reader", "EC", 256);
    var server = URI.create("https://h:6443/x");
    byte[] key = client.key().getEncoded();
    var login = new Login.ClientCertificate(List.of(client.certificate()), new Secret(key.clone()));
    var access = new Access(server, List.of(authority.certificate()), login);
    Access back = AccessBytes.read(AccessBytes.write(access));
    assertThat(back.server()).isEqualTo(server);
    assertThat(back.authorities()).isEqualTo(access.authorities());
    assertThat(((Login.ClientCertificate) back.login()).chain()).isEqualTo(login.chain());
    assertThat(back.login().secret().<byte[]>use(byte[]::clone)).isEqualTo(key);
    var token = new Access(server, List.of(), new Login.Token(new Secret(PLAIN.clone())));
    assertThat(AccessBytes.read(AccessBytes.write(token)).login()).isInstanceOf(Login.Token.class);
  }
}
