package dev.plumbline.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * One rule of the catalogue, as its folder tells it.
 *
 * @param id the folder's name, unique over all families, never reused
 * @param appliesTo kinds judged: a kind's name, {@code Workload} or {@code ControlPlane}
 * @param needs kinds and facts that must have been seen
 * @param notApplicableOn distributions that hide what is judged
 * @param offenders CEL expression yielding the offending parts
 * @param message CEL expression over one {@code offender}
 * @param benchmark ids in technical benchmarks, such as {@code cis-1.12/5.2.2}
 * @param peers ids of the same check in other tools
 * @param notCollected why nothing is read that could be judged, so that it is always unknown; empty
 *     where something is
 */
public record Check(
    String id,
    String family,
    String title,
    Severity severity,
    String objective,
    String why,
    List<String> appliesTo,
    List<String> needs,
    List<String> notApplicableOn,
    String offenders,
    String message,
    Fix fix,
    List<String> benchmark,
    Map<String, List<String>> peers,
    List<String> links,
    List<String> aliases,
    String notCollected) {

  /** What ids of checks begin with that an organisation wrote; no shipped check's does. */
  public static final String OWN = "own-";

  /** Whether an organisation wrote it. */
  public boolean own() {
    return id.startsWith(OWN);
  }

  /** Changes whenever the check could judge or weigh otherwise; 12 hexadecimal digits. */
  public String digest() {
    String rule =
        List.of(severity, appliesTo, needs, notApplicableOn, offenders, message).toString()
            + notCollected;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(rule.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * How to mend it.
   *
   * @param patch something a person can paste, empty when there is nothing to paste
   */
  public record Fix(String text, String patch) {}
}
