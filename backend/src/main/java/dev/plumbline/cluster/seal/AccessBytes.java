package dev.plumbline.cluster.seal;

import dev.plumbline.cluster.kubeconfig.Access;
import dev.plumbline.cluster.kubeconfig.Login;
import dev.plumbline.cluster.kubeconfig.Secret;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** What is sealed, as bytes: server, authorities, chain, secret; each after its length. */
public final class AccessBytes {

  private AccessBytes() {}

  public static byte[] write(Access access) {
    List<X509Certificate> chain =
        access.login() instanceof Login.ClientCertificate client ? client.chain() : List.of();
    var parts = new ArrayList<byte[]>();
    parts.add(access.server().toString().getBytes(StandardCharsets.UTF_8));
    return access
        .login()
        .secret()
        .use(secret -> {
          parts.add(secret);
          parts.add(new byte[] {(byte) access.authorities().size()});
          access.authorities().forEach(it -> parts.add(encoded(it)));
          chain.forEach(it -> parts.add(encoded(it)));
          return joined(parts);
        });
  }

  private static byte[] joined(List<byte[]> parts) {
    int length = parts.stream().mapToInt(part -> 4 + part.length).sum();
    ByteBuffer all = ByteBuffer.allocate(length);
    parts.forEach(part -> all.putInt(part.length).put(part));
    return all.array();
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("an accepted certificate cannot be written", e);
    }
  }

  public static Access read(byte[] bytes) {
    try {
      ByteBuffer all = ByteBuffer.wrap(bytes);
      URI server = URI.create(new String(part(all), StandardCharsets.UTF_8));
      var secret = new Secret(part(all));
      var authorities = new ArrayList<X509Certificate>();
      for (int left = part(all)[0]; left > 0; left--) {
        authorities.add(certificate(part(all)));
      }
      var chain = new ArrayList<X509Certificate>();
      while (all.hasRemaining()) {
        chain.add(certificate(part(all)));
      }
      return new Access(server, authorities, login(chain, secret));
    } catch (BufferUnderflowException | IllegalArgumentException | CertificateException e) {
      throw new Unsealable("A sealed record was opened, but does not hold a credential.");
    }
  }

  private static Login login(List<X509Certificate> chain, Secret secret) {
    return chain.isEmpty() ? new Login.Token(secret) : new Login.ClientCertificate(chain, secret);
  }

  private static byte[] part(ByteBuffer all) {
    int length = all.getInt();
    if (length < 0 || length > all.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] part = new byte[length];
    all.get(part);
    return part;
  }

  private static X509Certificate certificate(byte[] encoded) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }
}
