package dev.plumbline.finding;

import dev.plumbline.check.Score.Fraction;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.TenantJdbc;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was accepted, by whom, until when: now and at any instant. */
@Component
@Transactional(readOnly = true)
public class WaiverBook {

  private static final String COVERS =
      """
      select cluster_id, check_id, kind, count(*) as failures
        from finding
       where tenant_id = :tenant and cluster_id in (:clusters)
         and valid_from <= :moment and (valid_to is null or valid_to > :moment)
         and %s
         and not exists (select from blind_spot b
                          where b.tenant_id = :tenant and b.id = finding.id
                            and b.valid_from <= :moment
                            and (b.valid_to is null or b.valid_to > :moment))
       group by cluster_id, check_id, kind
      """;

  private final WaiverRows rows;
  private final TenantJdbc jdbc;

  WaiverBook(WaiverRows rows, TenantJdbc jdbc) {
    this.rows = rows;
    this.jdbc = jdbc;
  }

  /** Throws {@link NotHere} when there is none, or was none yet at the instant. */
  public Waiver get(UUID id, Instant at) {
    return rows.one(id)
        .filter(one -> !one.requestedAt().isAfter(at))
        .orElseThrow(() -> new NotHere("exception"));
  }

  /** A stretch of the list, from its beginning or from after a position. */
  public WaiverPage page(WaiverFilter filter, WaiverPage.@Nullable Position after, int limit) {
    var found = rows.list(filter, after, limit + 1);
    var shown = found.size() > limit ? found.subList(0, limit) : found;
    return new WaiverPage(
        List.copyOf(shown),
        found.size() > limit
            ? Optional.of(WaiverPage.Position.of(shown.getLast()))
            : Optional.empty(),
        rows.count(filter));
  }

  public long count(WaiverFilter filter) {
    return rows.count(filter);
  }

  /** All that match, the one that ends soonest first. */
  public List<Waiver> all(WaiverFilter filter) {
    return rows.list(filter, null, Integer.MAX_VALUE);
  }

  /** The exception in force for each of some findings that has one; of several the longest. */
  public Map<UUID, Waiver> inForce(Collection<UUID> findings, Instant at) {
    return latest(findings, Waiver.State.APPROVED, at);
  }

  /** The request that waits for each of some findings that has one. */
  public Map<UUID, Waiver> waiting(Collection<UUID> findings, Instant at) {
    return latest(findings, Waiver.State.REQUESTED, at);
  }

  private Map<UUID, Waiver> latest(Collection<UUID> findings, Waiver.State state, Instant at) {
    BinaryOperator<Waiver> longer = (a, b) -> a.expiresAt().isAfter(b.expiresAt()) ? a : b;
    return findings.isEmpty()
        ? Map.of()
        : rows.of(findings).stream()
            .filter(one -> !one.requestedAt().isAfter(at) && one.stateAt(at) == state)
            .collect(Collectors.toMap(Waiver::finding, Function.identity(), longer));
  }

  /** The judged failures under exceptions in force at an instant. */
  public List<Cover> covers(Collection<UUID> clusters, Instant at) {
    return clusters.isEmpty()
        ? List.of()
        : jdbc.sql(COVERS.formatted(WaiverRows.COVERED))
            .param("clusters", clusters)
            .param("moment", TenantJdbc.time(at))
            .query((row, number) ->
                new Cover(
                    row.getObject("cluster_id", UUID.class),
                    row.getString("check_id"),
                    row.getString("kind"),
                    row.getInt("failures")))
            .list();
  }

  /**
   * What exceptions in force give back of each check's value, by cluster and check.
   *
   * @param tallies of the scan that holds then for each cluster, by cluster
   */
  public Map<UUID, Map<String, Fraction>> forgiven(
      Map<UUID, List<CheckTally>> tallies, Instant at) {
    Map<UUID, Map<String, Fraction>> forgiven = new HashMap<>();
    for (Cover cover : covers(tallies.keySet(), at)) {
      Fraction each =
          tallies.getOrDefault(cover.cluster(), List.of()).stream()
              .filter(tally -> tally.check().equals(cover.check()))
              .findFirst()
              .map(tally -> tally.worth(cover.kind()))
              .orElse(Fraction.ZERO);
      forgiven
          .computeIfAbsent(cover.cluster(), cluster -> new HashMap<>())
          .merge(cover.check(), each.times(Fraction.of(cover.failures(), 1)), Fraction::plus);
    }
    return forgiven;
  }
}
