package dev.plumbline.web.query;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.KubeObjects;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.admission.Admission;
import dev.plumbline.inventory.fact.rbac.Rbac;
import dev.plumbline.inventory.fact.rbac.path.Escalations;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Standing;
import dev.plumbline.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes access maps of what scans stored; the last few are kept, since a scan never changes. */
@Component
public class AccessMaps {

  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final List<Kind> DECISIVE =
      List.of(
          new Kind(RBAC, "ClusterRole"),
          new Kind(RBAC, "ClusterRoleBinding"),
          new Kind(RBAC, "Role"),
          new Kind(RBAC, "RoleBinding"));
  private static final List<Kind> HELPFUL =
      List.of(
          Kind.core("ServiceAccount"),
          Kind.core("Namespace"),
          Kind.core("Node"),
          Kind.core("Pod"),
          Kind.core("Secret"));
  private static final ObjectKey CLOUD_LOGINS =
      new ObjectKey(Kind.core("ConfigMap"), "kube-system", "aws-auth");
  private static final int KEPT = 8;

  private final KubeObjects objects;
  private final Map<Seen, AccessMap> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Seen, AccessMap> eldest) {
              return size() > KEPT;
            }
          });

  AccessMaps(KubeObjects objects) {
    this.objects = objects;
  }

  private record Seen(UUID tenant, UUID scan) {}

  /** The map of a cluster's last scan; empty where it was never scanned. */
  public Optional<AccessMap> of(Standing standing) {
    return standing.scan().flatMap(scan -> scan.takenAt().map(at -> of(scan, at)));
  }

  private AccessMap of(Scan scan, Instant at) {
    var seen = new Seen(Tenant.current(), scan.id());
    AccessMap known = kept.get(seen);
    if (known == null) {
      known = read(scan, at);
      kept.put(seen, known);
    }
    return known;
  }

  private AccessMap read(Scan scan, Instant at) {
    Coverage coverage = objects.coverage(scan.id());
    List<Kind> kinds = new ArrayList<>(DECISIVE);
    kinds.addAll(HELPFUL);
    var wanted = new LinkedHashSet<>(kinds);
    wanted.addAll(Admission.KINDS);
    List<KubeObject> standing =
        new ArrayList<>(objects.standing(scan.cluster(), at, List.copyOf(wanted)));
    objects
        .find(CLOUD_LOGINS.id(scan.cluster()), at)
        .ifPresent(stored -> standing.add(stored.object()));
    var snapshot = new Snapshot(at, ServerVersion.UNKNOWN, coverage, standing);
    Rbac rbac = Rbac.of(snapshot);
    List<AccessMap.Unread> unread =
        kinds.stream()
            .filter(kind -> !coverage.complete(kind))
            .map(kind ->
                new AccessMap.Unread(
                    kind.name(), coverage.of(kind).reason(), DECISIVE.contains(kind)))
            .toList();
    return new AccessMap(rbac, Escalations.of(rbac, snapshot), unread);
  }
}
