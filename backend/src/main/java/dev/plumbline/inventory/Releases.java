package dev.plumbline.inventory;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When support of each minor version of Kubernetes 1 ends, as known on 2026-08-22. */
public final class Releases {

  private static final int OLDEST = 20;

  private static final Map<Integer, LocalDate> END_OF_LIFE =
      Map.ofEntries(
          end(20, 2022, 2, 28),
          end(21, 2022, 6, 28),
          end(22, 2022, 10, 28),
          end(23, 2023, 2, 28),
          end(24, 2023, 7, 28),
          end(25, 2023, 10, 27),
          end(26, 2024, 2, 28),
          end(27, 2024, 6, 28),
          end(28, 2024, 10, 28),
          end(29, 2025, 2, 28),
          end(30, 2025, 7, 15),
          end(31, 2025, 11, 11),
          end(32, 2026, 2, 28),
          end(33, 2026, 6, 28),
          end(34, 2026, 10, 27),
          end(35, 2027, 2, 28),
          end(36, 2027, 6, 28));

  private static final Map<Integer, LocalDate> EKS =
      Map.ofEntries(end(34, 2026, 12, 2), end(35, 2027, 3, 27), end(36, 2027, 8, 2));

  /** Distributions with support dates of their own, which we do not know. */
  private static final Set<String> OWN_DATES = Set.of("gke", "aks", "openshift");

  private Releases() {}

  /**
   * The last day of support, empty when it is not known; everything before 1.20 ended before 1.20
   * did.
   *
   * @param distribution as detected, such as {@code eks}; empty when undetected
   */
  public static Optional<LocalDate> endOfLife(ServerVersion version, String distribution) {
    if (!version.known() || OWN_DATES.contains(distribution)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        distribution.equals("eks")
            ? EKS.get(version.minor())
            : END_OF_LIFE.get(Math.max(OLDEST, version.minor())));
  }

  private static Map.Entry<Integer, LocalDate> end(int minor, int year, int month, int day) {
    return Map.entry(minor, LocalDate.of(year, month, day));
  }
}
