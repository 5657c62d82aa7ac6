package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.edge.IstioGateways;
import dev.plumbline.inventory.fact.edge.Opening;
import dev.plumbline.inventory.fact.reach.Way.Admits;
import dev.plumbline.inventory.fact.reach.Way.Transport;
import dev.plumbline.inventory.fact.reach.Way.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The ways that VirtualServices open through gateways of Istio that are themselves offered. */
final class IstioWays {

  private final IstioGateways gateways;
  private final Backends backends;
  private final Reachability reachability;
  private final Function<ObjectKey, List<Way>> others;

  /** Takes the ways that lead to the gateways' own pods. */
  IstioWays(
      Snapshot snapshot,
      List<Workload> workloads,
      Backends backends,
      Reachability reachability,
      Function<ObjectKey, List<Way>> others) {
    this.gateways = new IstioGateways(snapshot, workloads);
    this.backends = backends;
    this.reachability = reachability;
    this.others = others;
  }

  void each(BiConsumer<Workload, Way> consumer) {
    gateways.openings().forEach(opening -> opening(opening, consumer));
  }

  private void opening(Opening opening, BiConsumer<Workload, Way> consumer) {
    for (ObjectKey proxy : opening.proxies()) {
      List<Way> before = others.apply(proxy);
      if (!before.isEmpty()) {
        backends.each(
            opening.namespace(),
            opening.service(),
            opening.port(),
            (workload, target) ->
                consumer.accept(workload, way(opening, proxy, before, workload, target)));
      }
    }
  }

  private Way way(
      Opening opening, ObjectKey proxy, List<Way> before, Workload workload, Ports target) {
    return new Way(
        Type.ISTIO_GATEWAY,
        opening.route(),
        opening.host(),
        target.toString(),
        before.stream().allMatch(Way::internal),
        transport(opening),
        narrower(before, behind(proxy, workload, target)));
  }

  private Admits behind(ObjectKey proxy, Workload workload, Ports target) {
    Verdict verdict = reachability.between(proxy, workload.key()).on(target);
    return verdict.open() ? Admits.ALL : verdict.closed() ? Admits.NONE : Admits.NOT_KNOWN;
  }

  private static Transport transport(Opening opening) {
    return switch (opening.transport()) {
      case CLEAR -> Transport.CLEAR;
      case TLS, PASSED, REDIRECT -> Transport.TLS;
      case MESH, NOT_TOLD -> Transport.NOT_KNOWN;
    };
  }

  /** Nobody gets further than to the gateway, nor past what holds behind it. */
  private static Admits narrower(List<Way> before, Admits behind) {
    Admits first =
        before.stream().map(Way::admits).reduce(Admits.NONE, (a, b) -> rank(a) >= rank(b) ? a : b);
    return rank(first) < rank(behind) ? first : behind;
  }

  private static int rank(Admits admits) {
    return switch (admits) {
      case NONE -> 0;
      case NOT_KNOWN -> 1;
      case SOME -> 2;
      case ALL -> 3;
    };
  }

  /** A kind that is installed but was not read. */
  static Optional<String> unread(Snapshot snapshot, Kind definition) {
    return IstioGateways.KINDS.stream()
        .filter(kind -> snapshot.find(new ObjectKey(definition, "", defined(kind))).isPresent())
        .filter(kind -> !snapshot.coverage().complete(kind))
        .map(kind -> kind.name() + ": " + snapshot.coverage().of(kind).reason())
        .findFirst();
  }

  private static String defined(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT) + "s." + kind.group();
  }
}
