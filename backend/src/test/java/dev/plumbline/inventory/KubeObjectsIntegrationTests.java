package dev.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.KubeObjects.Query;
import dev.plumbline.inventory.KubeObjects.Recorded;
import dev.plumbline.inventory.KubeObjects.Version;
import dev.plumbline.inventory.collect.Archives;
import dev.plumbline.inventory.collect.Dumps;
import dev.plumbline.inventory.collect.Upload;
import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.tenant.TenantJdbc;
import dev.plumbline.testing.PlumblineTest;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PlumblineTest
class KubeObjectsIntegrationTests {

  private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant SECOND = FIRST.plusSeconds(3600);
  private static final Instant THIRD = SECOND.plusSeconds(3600);
  private static final Kind SERVICE = Kind.core("Service");
  private static final String WEB =
      "{apiVersion: v1, kind: Service, metadata: {namespace: shop, name: web}, spec: {port: 80}}\n"
          + "---\n";
  private static final String API =
      "{apiVersion: v1, kind: Service, metadata: {namespace: shop, name: api}, spec: {port: 81,"
          + " ratio: 0.5}}\n"
          + "---\n";

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired KubeObjects objects;
  @Autowired TenantJdbc jdbc;
  @Autowired TransactionTemplate transaction;

  private UUID tenant;
  private UUID cluster;

  @BeforeEach
  void found() {
    tenant = founded();
    cluster = Tenant.call(tenant, this::registered);
  }

  @Test
  void anUnchangedClusterWritesNoRow() {
    Snapshot snapshot = Manifests.snapshot(WEB + API);
    assertThat(record(snapshot, FIRST)).isEqualTo(new Recorded(2, 0, 0, 0));
    long before = lastWrite();
    assertThat(record(Manifests.snapshot(API + WEB), SECOND)).isEqualTo(new Recorded(0, 0, 0, 2));
    assertThat(rows()).isEqualTo(2);
    assertThat(lastWrite()).isEqualTo(before);
  }

  @Test
  void theRecordedClusterIsWrittenOnceAndReadBackAsItWas() {
    byte[] archive = Archives.recordedCluster();
    Snapshot snapshot = collected(archive);
    Recorded first = record(snapshot, FIRST);
    assertThat(first.opened()).isEqualTo(snapshot.objects().size());
    long before = lastWrite();
    assertThat(record(collected(archive), SECOND).unchanged()).isEqualTo(first.opened());
    assertThat(lastWrite()).isEqualTo(before);
    assertThat(rows()).isEqualTo(first.opened());
    Tenant.run(
        tenant,
        () ->
            assertThat(snapshot.objects())
                .allSatisfy(object ->
                    assertThat(
                            objects.find(object.key().id(cluster), SECOND).orElseThrow().object())
                        .isEqualTo(object)));
  }

  @Test
  void everyInstantShowsWhatStoodThen() {
    record(Manifests.snapshot(WEB + API), FIRST);
    Recorded second = record(Manifests.snapshot(WEB.replace("80", "8080")), SECOND);
    assertThat(second).isEqualTo(new Recorded(0, 1, 1, 0));
    record(Manifests.snapshot(WEB.replace("80", "8080") + API), THIRD);
    Tenant.run(
        tenant,
        () -> {
          assertThat(objects.counts(cluster, FIRST.minusSeconds(1))).isEmpty();
          assertThat(objects.counts(cluster, FIRST)).isEqualTo(Map.of(SERVICE, 2));
          assertThat(objects.counts(cluster, SECOND)).isEqualTo(Map.of(SERVICE, 1));
          assertThat(objects.counts(cluster, THIRD)).isEqualTo(Map.of(SERVICE, 2));
          UUID web = key("web").id(cluster);
          assertThat(objects.find(web, FIRST).orElseThrow().object().document().toString())
              .contains("port=80}");
          assertThat(objects.find(web, SECOND).orElseThrow().object().document().toString())
              .contains("port=8080}");
          assertThat(objects.history(web)).extracting(Version::from).containsExactly(SECOND, FIRST);
          assertThat(objects.history(key("api").id(cluster)))
              .extracting(Version::until)
              .containsExactly(Optional.empty(), Optional.of(SECOND));
        });
  }

  @Test
  void whatWasNotReadToTheEndStaysAsItWas() {
    record(Manifests.snapshot(WEB + API), FIRST);
    Instant at = FIRST;
    for (State state : List.of(State.FORBIDDEN, State.FAILED, State.PARTIAL, State.NOT_READ)) {
      at = at.plusSeconds(60);
      var coverage = new Coverage(Map.of(SERVICE, new Reading(state, 0, "why")));
      assertThat(record(Manifests.snapshot(List.of(), coverage), at))
          .isEqualTo(new Recorded(0, 0, 0, 0));
    }
    var gone = new Coverage(Map.of(SERVICE, new Reading(State.NOT_SERVED, 0, "")));
    assertThat(record(Manifests.snapshot(List.of(), gone), at.plusSeconds(60)).closed())
        .isEqualTo(2);
  }

  @Test
  void aPartialReadingAddsAndChangesButEndsNothing() {
    record(Manifests.snapshot(WEB), FIRST);
    var coverage = new Coverage(Map.of(SERVICE, new Reading(State.PARTIAL, 1, "cut off")));
    assertThat(record(Manifests.snapshot(Manifests.objects(API), coverage), SECOND))
        .isEqualTo(new Recorded(1, 0, 0, 0));
    Tenant.run(
        tenant, () -> assertThat(objects.counts(cluster, SECOND)).isEqualTo(Map.of(SERVICE, 2)));
  }

  @Test
  void theCoverageOfAScanIsKeptWithIt() {
    var coverage =
        new Coverage(Map.of(SERVICE, new Reading(State.FORBIDDEN, 0, "cannot list services")));
    UUID scan = Tenant.call(tenant, this::scanned);
    Tenant.run(
        tenant,
        () -> {
          objects.record(cluster, scan, Manifests.snapshot(List.of(), coverage), FIRST);
          assertThat(objects.coverage(scan)).isEqualTo(coverage);
        });
  }

  @Test
  void timeDoesNotRunBackwards() {
    record(Manifests.snapshot(WEB), SECOND);
    assertThatThrownBy(() -> record(Manifests.snapshot(API), SECOND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("later");
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepetition() {
    record(Manifests.snapshot(WEB + API + node("n1") + node("n2")), FIRST);
    Tenant.run(
        tenant,
        () -> {
          List<Version> first = objects.page(query(List.of(), "", Optional.empty()));
          List<Version> second =
              objects.page(query(List.of(), "", Optional.of(first.getLast().key())));
          assertThat(first)
              .extracting(v -> v.key().toString())
              .containsExactly("Node/n1", "Node/n2", "shop/Service/api");
          assertThat(second)
              .extracting(v -> v.key().toString())
              .containsExactly("shop/Service/web");
          assertThat(objects.page(query(List.of(SERVICE), "WE", Optional.empty())))
              .extracting(v -> v.key().name())
              .containsExactly("web");
          assertThat(objects.namespaces(cluster, FIRST)).containsExactly("shop");
        });
  }

  @Test
  void aComponentOfStaticPodsIsShownByTheFirstOfThem() {
    record(
        Manifests.snapshot(
            """
            apiVersion: v1
            kind: Pod
            metadata: {namespace: kube-system, name: kube-scheduler-cp-1}
            spec: {nodeName: cp-1}
            """),
        FIRST);
    Tenant.run(
        tenant,
        () -> {
          var component = new ObjectKey(Kind.core("Pod"), "kube-system", "kube-scheduler");
          assertThat(objects.find(cluster, component, FIRST).orElseThrow().version().key().name())
              .isEqualTo("kube-scheduler-cp-1");
          var other = new ObjectKey(Kind.core("Pod"), "kube-system", "kube");
          assertThat(objects.find(cluster, other, FIRST)).isEmpty();
        });
  }

  @Test
  void anotherOrganisationSeesNothing() {
    record(Manifests.snapshot(WEB), FIRST);
    Tenant.run(
        founded(),
        () -> {
          assertThat(objects.counts(cluster, FIRST)).isEmpty();
          assertThat(objects.find(key("web").id(cluster), FIRST)).isEmpty();
          assertThat(objects.forget(Instant.now(), 10)).isZero();
        });
  }

  @Test
  void onlyWhatEndedIsForgotten() {
    record(Manifests.snapshot(WEB + API), FIRST);
    record(Manifests.snapshot(WEB), SECOND);
    Tenant.run(tenant, () -> assertThat(objects.forget(THIRD, 10)).isEqualTo(1));
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void textsThatDatabasesChokeOnAreKept() {
    String odd =
        "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"'; drop table x;"
            + " --<b>=cmd()\\u0000\\ud800 %s\"}}";
    var upload =
        new Upload(
            "nodes.json",
            new ByteArrayInputStream(
                odd.replace("%s", "\u00fc".repeat(5000))
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    Snapshot snapshot = Dumps.read(List.of(upload), FIRST).snapshot();
    assertThat(record(snapshot, FIRST).opened()).isEqualTo(1);
    assertThat(record(snapshot, SECOND).unchanged()).isEqualTo(1);
  }

  private Recorded record(Snapshot snapshot, Instant at) {
    return Tenant.call(tenant, () -> objects.record(cluster, scanned(), snapshot, at));
  }

  private static Snapshot collected(byte[] archive) {
    var upload = new Upload("dump.tar.gz", new ByteArrayInputStream(archive));
    return Dumps.read(List.of(upload), Instant.parse("2026-11-22T06:00:00Z")).snapshot();
  }

  private Query query(List<Kind> kinds, String text, Optional<ObjectKey> after) {
    return new Query(cluster, FIRST, kinds, List.of(), text, after, 3);
  }

  private static ObjectKey key(String name) {
    return new ObjectKey(SERVICE, "shop", name);
  }

  private static String node(String name) {
    return "{apiVersion: v1, kind: Node, metadata: {name: " + name + "}}\n---\n";
  }

  private long rows() {
    return number("select count(*) from object_version where tenant_id = :tenant");
  }

  /** The newest transaction that wrote any row: it stays when nothing is written. */
  private long lastWrite() {
    return number(
        "select max(greatest(xmin::text::bigint, xmax::text::bigint)) from object_version where"
            + " tenant_id = :tenant");
  }

  private long number(String sql) {
    return Tenant.call(
        tenant, () -> transaction.execute(status -> jdbc.sql(sql).query(Long.class).single()));
  }

  private UUID founded() {
    var person =
        people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough password");
    return organisations.found("Keeping", person).id();
  }

  private UUID registered() {
    UUID id = Ids.next();
    transaction.executeWithoutResult(status ->
        jdbc.insert(
            "cluster",
            List.of("id", "name", "alias", "kind", "created_at"),
            List.<Object[]>of(
                new Object[] {id, "one", "one", "offline", java.sql.Timestamp.from(FIRST)})));
    return id;
  }

  private UUID scanned() {
    UUID id = Ids.next();
    transaction.executeWithoutResult(status ->
        jdbc.insert(
            "scan",
            List.of("id", "cluster_id", "cause", "requested_by", "requested_at", "state"),
            List.<Object[]>of(
                new Object[] {
                  id, cluster, "UPLOAD", "me", java.sql.Timestamp.from(FIRST), "RUNNING"
                })));
    return id;
  }
}
