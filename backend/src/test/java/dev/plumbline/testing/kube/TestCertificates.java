package dev.plumbline.testing.kube;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes authorities, server and client certificates for tests. */
public final class TestCertificates {

  private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
  public static final Instant UNTIL = Instant.parse("2099-01-01T00:00:00Z");

  private TestCertificates() {}

  /** A certificate and its key. */
  public record Issued(X509Certificate certificate, KeyPair keys) {

    public PrivateKey key() {
      return keys.getPrivate();
    }

    /** The certificate as a {@code *-data} field holds it. */
    public String certificateData() {
      return data(certificate);
    }

    /** The key as PKCS #1 or SEC 1, as a {@code *-data} field holds it. */
    public String keyData() {
      return key().getAlgorithm().equals("EC") ? sec1() : data(key());
    }

    private String sec1() {
      var info = PrivateKeyInfo.getInstance(key().getEncoded());
      try {
        var curve = info.getPrivateKeyAlgorithm().getParameters();
        var bare = ECPrivateKey.getInstance(info.parsePrivateKey());
        byte[] der = new ECPrivateKey(256, bare.getKey(), curve).getEncoded();
        String body = Base64.getMimeEncoder().encodeToString(der);
        return base64(
            "-----BEGIN EC PRIVATE KEY-----\n" + body + "\n-----END EC PRIVATE KEY-----\n");
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    /** The key as PKCS #8. */
    public String pkcs8Data() {
      String body = Base64.getMimeEncoder().encodeToString(key().getEncoded());
      return base64("-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    }
  }

  public static Issued authority(String name) {
    KeyPair keys = keys("EC", 256);
    return new Issued(certificate(name, name, keys, keys.getPrivate(), true), keys);
  }

  public static Issued issue(Issued authority, String name, String algorithm, int size) {
    KeyPair keys = keys(algorithm, size);
    String issuer = authority.certificate().getSubjectX500Principal().getName().substring(3);
    return new Issued(certificate(name, issuer, keys, authority.key(), false), keys);
  }

  public static KeyPair keys(String algorithm, int size) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate certificate(
      String subject, String issuer, KeyPair keys, PrivateKey signer, boolean authority) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              new X500Name("CN=" + issuer),
              BigInteger.valueOf(System.nanoTime()),
              Date.from(FROM),
              Date.from(UNTIL.minus(Duration.ofDays(authority ? 0 : 1))),
              new X500Name("CN=" + subject),
              keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      var names =
          new GeneralName[] {
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.dNSName, "api.example.test")
          };
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
      var signing = new JcaContentSignerBuilder("SHA256withECDSA").build(signer);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signing));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** An object as PEM text in base64. */
  public static String data(Object... objects) {
    var text = new StringWriter();
    try (var pem = new JcaPEMWriter(text)) {
      for (Object object : objects) {
        pem.writeObject(object);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return base64(text.toString());
  }

  public static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
