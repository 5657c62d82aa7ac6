package dev.plumbline.inventory.fact.certificate;

import dev.plumbline.inventory.fact.Answer;
import java.util.List;

/**
 * A certificate in a Secret that an Ingress or a Gateway serves, or that a Certificate fills; the
 * subject {@code ServingCertificate}. Secrets themselves are never read.
 *
 * @param secret name of the Secret
 * @param users what serves it, as {@code Ingress web}
 * @param certificate name of the cert-manager Certificate that fills it, empty when none does
 * @param notAfter when it ends, as RFC 3339; unknown where no Certificate tells
 * @param daysLeft whole days from when the snapshot was taken, negative when it has ended
 * @param overdue whether its renewal was due more than a day ago and has not happened
 */
public record ServingCertificate(
    String namespace,
    String secret,
    List<String> users,
    String certificate,
    Answer<String> notAfter,
    Answer<Integer> daysLeft,
    boolean overdue) {

  public ServingCertificate {
    users = List.copyOf(users);
  }
}
