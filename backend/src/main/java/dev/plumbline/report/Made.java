package dev.plumbline.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A finished report.
 *
 * @param digest SHA-256 of the result set, in hexadecimal
 * @param findings the whole population as CSV
 */
public record Made(ReportSummary summary, String digest, byte[] pdf, byte[] findings) {

  /** In hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
