package dev.plumbline.web.pages.cluster;

import dev.plumbline.check.Catalogue;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObjects;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Pager;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.pages.workload.WorkloadLinks;
import dev.plumbline.web.query.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the list of a cluster's objects, filtered by kind, namespace and name. */
@Component
class ObjectList {

  private static final int PAGE = 50;

  /** Judged by themselves only when nothing controls them, which their key does not tell. */
  private static final Set<String> PARTS = Set.of("Pod", "ReplicaSet", "Job");

  private static final Set<String> CONTROLLERS =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "ReplicationController");

  private final KubeObjects objects;
  private final Findings findings;
  private final Catalogue catalogue;
  private final Clock clock;

  ObjectList(KubeObjects objects, Findings findings, Catalogue catalogue, Clock clock) {
    this.objects = objects;
    this.findings = findings;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  ClusterView.Objects of(Cluster cluster, String q, String after, AsOf asOf) {
    Instant at = asOf.instant().orElseGet(clock::instant);
    Query query = Query.parse(q);
    Map<Kind, Integer> counts = objects.counts(cluster.id(), at);
    String base = "/clusters/" + cluster.alias() + "/workloads";
    var asked =
        new KubeObjects.Query(
            cluster.id(),
            at,
            kinds(query, counts),
            values(query, "ns").toList(),
            String.join(" ", values(query, "").toList()),
            after(after, at),
            PAGE + 1);
    List<KubeObjects.Version> found = unknownKind(query, counts) ? List.of() : objects.page(asked);
    return new ClusterView.Objects(
        q,
        links(counts, base, asOf),
        rows(cluster, found.stream().limit(PAGE).toList(), asOf),
        pager(found, base, q, asOf));
  }

  private static Stream<String> values(Query query, String key) {
    return query.terms().stream()
        .filter(term -> term.key().equals(key))
        .flatMap(term -> term.values().stream());
  }

  private static List<Kind> kinds(Query query, Map<Kind, Integer> counts) {
    List<String> named = values(query, "kind").toList();
    return counts.keySet().stream()
        .filter(kind -> named.contains(kind.name()) || named.contains(kind.toString()))
        .toList();
  }

  private static boolean unknownKind(Query query, Map<Kind, Integer> counts) {
    return values(query, "kind").findAny().isPresent() && kinds(query, counts).isEmpty();
  }

  private Optional<ObjectKey> after(String cursor, Instant at) {
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    try {
      return objects.find(UUID.fromString(cursor), at).map(stored -> stored.version().key());
    } catch (IllegalArgumentException e) {
      throw new Refused("cursor", "This cursor belongs to another list: begin without one.");
    }
  }

  private static List<Link> links(Map<Kind, Integer> counts, String base, AsOf asOf) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Kind, Integer>comparingByValue().reversed())
        .limit(12)
        .map(entry ->
            new Link(
                entry.getKey().name() + " " + Format.count(entry.getValue()),
                asOf.keep(base + "?q=" + Urls.encode("kind:" + entry.getKey().name()))))
        .toList();
  }

  private List<ClusterView.ObjectRow> rows(
      Cluster cluster, List<KubeObjects.Version> shown, AsOf asOf) {
    if (shown.isEmpty()) {
      return List.of();
    }
    var names = shown.stream().map(version -> version.key().name()).collect(Collectors.toSet());
    Map<ObjectKey, Long> failing =
        findings.byObject(
            FindingFilter.ALL.at(asOf.instant()).inClusters(Set.of(cluster.id())), names);
    return shown.stream().map(version -> row(cluster, version, failing, asOf)).toList();
  }

  private ClusterView.ObjectRow row(
      Cluster cluster, KubeObjects.Version version, Map<ObjectKey, Long> failing, AsOf asOf) {
    ObjectKey key = version.key();
    String namespace = key.namespace().isEmpty() ? "" : " ns:" + key.namespace();
    String query =
        "cluster:" + cluster.alias() + " kind:" + key.kind().name() + namespace + " " + key.name();
    return new ClusterView.ObjectRow(
        key.kind().name(),
        key.namespace(),
        key.name(),
        WorkloadLinks.find(cluster.alias(), key, asOf)
            .orElseGet(() -> asOf.keep("/findings?q=" + Urls.encode(query))),
        Format.day(LocalDate.ofInstant(version.from(), ZoneOffset.UTC)),
        failing(key, failing));
  }

  /** Null for what no check judges, or judges through what controls it. */
  private @Nullable Long failing(ObjectKey key, Map<ObjectKey, Long> failing) {
    Long count = failing.get(key);
    String kind = key.kind().name();
    boolean itself =
        judged(kind) && !PARTS.contains(kind) || judged("Workload") && CONTROLLERS.contains(kind);
    return count == null && itself ? Long.valueOf(0) : count;
  }

  private boolean judged(String word) {
    return catalogue.all().stream().anyMatch(check -> check.appliesTo().contains(word));
  }

  private static Pager pager(List<KubeObjects.Version> found, String base, String q, AsOf asOf) {
    boolean more = found.size() > PAGE;
    String range = Format.counted(Math.min(found.size(), PAGE), "object", "objects");
    return new Pager(range, null, more ? next(found.get(PAGE - 1), base, q, asOf) : null);
  }

  private static @Nullable String next(KubeObjects.Version last, String base, String q, AsOf asOf) {
    String filter = q.isEmpty() ? "" : "q=" + Urls.encode(q) + "&";
    return asOf.keep(base + "?" + filter + "cursor=" + last.id());
  }
}
