package dev.plumbline.check;

import java.util.List;

/**
 * What all checks say of one snapshot.
 *
 * @param rulePack version of the catalogue that judged
 * @param distribution detected distribution, such as {@code kubeadm} or {@code eks}; empty when
 *     undetected
 */
public record Assessment(
    String rulePack, String distribution, List<CheckResult> results, Score score) {

  public Assessment {
    results = List.copyOf(results);
  }
}
