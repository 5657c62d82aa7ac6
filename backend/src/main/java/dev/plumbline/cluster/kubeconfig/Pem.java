package dev.plumbline.cluster.kubeconfig;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the PEM text inside the base64 of a {@code *-data} field. */
final class Pem {

  private static final int MOST_CERTIFICATES = 10;
  private static final int LONGEST_RSA = 8192;
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*+)-----END ([A-Z0-9 ]{1,40})-----");

  private Pem() {}

  /**
   * One block.
   *
   * @param body the lines between the marks
   */
  record Block(String type, String body) {

    byte[] der() {
      return decode(body);
    }
  }

  static List<Block> blocks(String data) {
    String text = new String(decode(data), StandardCharsets.ISO_8859_1);
    var blocks = new ArrayList<Block>();
    var found = BLOCK.matcher(text);
    while (found.find()) {
      blocks.add(new Block(found.group(1), found.group(2)));
    }
    if (blocks.isEmpty()) {
      throw refused("PEM text in base64 is expected here.");
    }
    return blocks;
  }

  /** All certificates of a field that may hold nothing else. */
  static List<X509Certificate> certificates(String data) {
    List<Block> blocks = blocks(data);
    if (blocks.size() > MOST_CERTIFICATES) {
      throw refused("At most 10 certificates are accepted here.");
    }
    if (!blocks.stream().allMatch(block -> block.type().equals("CERTIFICATE"))) {
      throw refused("Only certificates are accepted here.");
    }
    return blocks.stream().map(Pem::certificate).toList();
  }

  private static X509Certificate certificate(Block block) {
    try {
      var factory = CertificateFactory.getInstance("X.509");
      var read =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.der()));
      if (read.getPublicKey() instanceof RSAPublicKey rsa
          && rsa.getModulus().bitLength() > LONGEST_RSA) {
        throw refused("RSA keys of more than 8192 bits are not accepted.");
      }
      return read;
    } catch (CertificateException e) {
      throw refused("A certificate here cannot be read.");
    }
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw refused("Base64 is expected here.");
    }
  }

  private static Refusals.Stop refused(String message) {
    return new Refusals.Stop("", message);
  }
}
