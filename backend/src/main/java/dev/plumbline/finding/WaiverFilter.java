package dev.plumbline.finding;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which exceptions are asked for; an empty set asks for any.
 *
 * @param at the instant their state is taken at
 * @param endsBefore with an end before, empty for any
 * @param finding of one finding only, empty for any
 * @param text part of a check's id, a name, a namespace, a reason or of who asked; empty for any
 */
public record WaiverFilter(
    Instant at,
    Set<Waiver.State> states,
    Optional<Instant> endsBefore,
    Optional<UUID> finding,
    Set<UUID> clusters,
    String text) {

  /** Everything asked for up to an instant. */
  public static WaiverFilter at(Instant instant) {
    return new WaiverFilter(instant, Set.of(), Optional.empty(), Optional.empty(), Set.of(), "");
  }

  public WaiverFilter in(Waiver.State... wanted) {
    return new WaiverFilter(at, Set.of(wanted), endsBefore, finding, clusters, text);
  }

  public WaiverFilter endingBefore(Instant instant) {
    return new WaiverFilter(at, states, Optional.of(instant), finding, clusters, text);
  }

  public WaiverFilter ofFinding(UUID id) {
    return new WaiverFilter(at, states, endsBefore, Optional.of(id), clusters, text);
  }

  public WaiverFilter inClusters(Set<UUID> ids) {
    return new WaiverFilter(at, states, endsBefore, finding, ids, text);
  }

  public WaiverFilter naming(String words) {
    return new WaiverFilter(at, states, endsBefore, finding, clusters, words);
  }
}
