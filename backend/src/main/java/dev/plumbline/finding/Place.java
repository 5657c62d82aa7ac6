package dev.plumbline.finding;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Some clusters at an instant, to be held against another place.
 *
 * @param clusters by id
 */
public record Place(Set<UUID> clusters, Instant at) {

  public Place {
    clusters = Set.copyOf(clusters);
  }

  boolean isOne() {
    return clusters.size() == 1;
  }
}
