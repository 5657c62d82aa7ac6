package dev.plumbline.scan;

import dev.plumbline.inventory.KubeObjects;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Fact;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Tenant;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes the facts of a cluster again from what was stored, and keeps the last few. */
@Component
public class Looks {

  private static final int KEPT = 8;

  private final Scans scans;
  private final KubeObjects objects;
  private final List<Fact> facts;
  private final Map<Key, SoftReference<Look>> kept = new LinkedHashMap<>(16, 0.75f, true);

  Looks(Scans scans, KubeObjects objects, List<Fact> facts) {
    this.scans = scans;
    this.objects = objects;
    this.facts = facts.stream().filter(it -> !it.name().equals("reach")).toList();
  }

  private record Key(UUID tenant, UUID scan) {}

  /** The look that held for a cluster at an instant; empty where it was never scanned. */
  public Optional<Look> of(UUID cluster, Optional<Instant> at) {
    return scans.latest(at).stream()
        .filter(it -> it.cluster().equals(cluster))
        .findFirst()
        .map(this::look);
  }

  /**
   * Everything that is stored of a cluster as it was last seen.
   *
   * @throws Refused where it was never scanned
   */
  public Snapshot snapshot(UUID cluster) {
    return scans.latest(Optional.empty()).stream()
        .filter(it -> it.cluster().equals(cluster))
        .findFirst()
        .map(this::snapshot)
        .orElseThrow(() -> new Refused("cluster", "It was never scanned."));
  }

  private Snapshot snapshot(Scan scan) {
    return objects.snapshot(
        scan.cluster(),
        scan.id(),
        scan.takenAt().orElseThrow(),
        ServerVersion.of(scan.serverVersion()));
  }

  private Look look(Scan scan) {
    var key = new Key(Tenant.current(), scan.id());
    Look known = known(key);
    if (known != null) {
      return known;
    }
    var look = new Look(scan, snapshot(scan), facts);
    keep(key, look);
    return look;
  }

  private synchronized @Nullable Look known(Key key) {
    SoftReference<Look> known = kept.get(key);
    return known == null ? null : known.get();
  }

  private synchronized void keep(Key key, Look look) {
    kept.put(key, new SoftReference<>(look));
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
  }
}
