package dev.plumbline.cluster.kubeconfig;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Reads private keys in the three forms kubeconfigs hold, and proves them against a certificate.
 */
public final class PrivateKeys {

  private static final int LONGEST = 8 * 1024;
  private static final String UNREADABLE = "The private key cannot be read.";

  private PrivateKeys() {}

  /** The key of a {@code client-key-data} field as PKCS #8. */
  static byte[] pkcs8(String data) {
    List<Pem.Block> keys =
        Pem.blocks(data).stream().filter(block -> block.type().endsWith("PRIVATE KEY")).toList();
    if (keys.size() != 1) {
      throw refused("Exactly one private key is expected here.");
    }
    Pem.Block key = keys.getFirst();
    if (key.type().startsWith("ENCRYPTED") || key.body().contains("ENCRYPTED")) {
      throw refused("Keys protected by a pass phrase are not accepted.");
    }
    byte[] pkcs8 = converted(key);
    if (pkcs8.length > LONGEST) {
      throw refused("The private key is longer than any of a use here.");
    }
    return pkcs8;
  }

  private static byte[] converted(Pem.Block key) {
    try {
      return switch (key.type()) {
        case "PRIVATE KEY" -> key.der();
        case "RSA PRIVATE KEY" -> rsa(key.der());
        case "EC PRIVATE KEY" -> ellipticCurve(key.der());
        default -> throw refused("A key of RSA, EC or PKCS #8 form is expected here.");
      };
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw refused(UNREADABLE);
    }
  }

  private static byte[] rsa(byte[] pkcs1) throws IOException {
    var algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    var key = RSAPrivateKey.getInstance(ASN1Primitive.fromByteArray(pkcs1));
    return new PrivateKeyInfo(algorithm, key).getEncoded();
  }

  private static byte[] ellipticCurve(byte[] sec1) throws IOException {
    var key = ECPrivateKey.getInstance(ASN1Primitive.fromByteArray(sec1));
    var curve = key.getParametersObject();
    if (curve == null) {
      throw refused("The EC key does not name its curve.");
    }
    return new PrivateKeyInfo(
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key)
        .getEncoded();
  }

  /** The key as the platform's own type, of the algorithm of the public key it belongs to. */
  public static PrivateKey of(byte[] pkcs8, PublicKey belongsTo) throws GeneralSecurityException {
    return KeyFactory.getInstance(belongsTo.getAlgorithm())
        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  /** Whether what the private key signs, the public key verifies. */
  static boolean match(byte[] pkcs8, PublicKey publicKey) {
    try {
      byte[] probe = {1, 2, 3};
      Signature signing = Signature.getInstance(signature(publicKey));
      signing.initSign(of(pkcs8, publicKey));
      signing.update(probe);
      byte[] signed = signing.sign();
      signing.initVerify(publicKey);
      signing.update(probe);
      return signing.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String signature(PublicKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    };
  }

  private static Refusals.Stop refused(String message) {
    return new Refusals.Stop("", message);
  }
}
