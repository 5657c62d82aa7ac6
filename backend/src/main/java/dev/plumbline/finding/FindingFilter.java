package dev.plumbline.finding;

import dev.plumbline.check.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which findings are asked for; an empty set asks for any.
 *
 * @param at the instant they were open at, empty for now
 * @param checks ids of checks
 * @param kinds names of kinds, such as {@code Deployment}
 * @param text part of a name, a namespace or a check's id, empty for any
 * @param openedSince opened at or after, empty for any
 * @param statuses whether an exception is in force
 */
public record FindingFilter(
    Optional<Instant> at,
    Set<Severity> severities,
    Set<UUID> clusters,
    Set<String> checks,
    Set<String> namespaces,
    Set<String> kinds,
    String text,
    Optional<Instant> openedSince,
    Set<Status> statuses) {

  /** Every finding fails; some stand under an exception that is in force. */
  public enum Status {
    OPEN,
    EXCEPTED
  }

  /** Everything open now. */
  public static final FindingFilter ALL =
      new FindingFilter(
          Optional.empty(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          "",
          Optional.empty(),
          Set.of());

  public FindingFilter at(Optional<Instant> instant) {
    return new FindingFilter(
        instant, severities, clusters, checks, namespaces, kinds, text, openedSince, statuses);
  }

  public FindingFilter inClusters(Set<UUID> ids) {
    return new FindingFilter(
        at, severities, ids, checks, namespaces, kinds, text, openedSince, statuses);
  }

  public FindingFilter ofChecks(Set<String> ids) {
    return new FindingFilter(
        at, severities, clusters, ids, namespaces, kinds, text, openedSince, statuses);
  }

  public FindingFilter ofStatus(Status status) {
    return new FindingFilter(
        at, severities, clusters, checks, namespaces, kinds, text, openedSince, Set.of(status));
  }
}
