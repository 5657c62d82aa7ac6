package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reach.Way.Admits;
import dev.plumbline.inventory.fact.reach.Way.Transport;
import dev.plumbline.inventory.fact.reach.Way.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The ways from outside to every workload. */
final class Ways {

  private static final Kind DEFINITION =
      new Kind("apiextensions.k8s.io", "CustomResourceDefinition");

  private final List<Workload> workloads;
  private final List<Set<Way>> found;
  private final List<Answer.Unknown<List<Way>>> unread;

  /**
   * Finds them.
   *
   * @param open Services that open ways by themselves
   */
  Ways(
      Snapshot snapshot,
      List<Workload> workloads,
      Collection<KubeObject> open,
      Reachability reachability,
      Selected selected) {
    this.workloads = workloads;
    this.found = new ArrayList<>(Collections.nCopies(workloads.size(), Set.of()));
    Containers containers = reachability.net().endpoints.containers();
    var admission = new Admission(reachability, containers.proxies());
    var backends = new Backends(snapshot, selected, reachability.net().endpoints);
    var services = new ServiceWays(backends, admission);
    var ingresses = new IngressWays(backends, admission);
    var routes = new RouteWays(snapshot, backends, admission);
    containers.onNodes().forEach(it -> onNode(it, admission));
    open.forEach(it -> services.each(it, this::add));
    snapshot.all(IngressWays.KIND).forEach(it -> ingresses.each(it, this::add));
    routes.each(this::add);
    new IstioWays(snapshot, workloads, backends, reachability, this::seen).each(this::add);
    unread =
        Stream.concat(
                Stream.of(Services.KIND, IngressWays.KIND)
                    .filter(it -> !snapshot.coverage().complete(it))
                    .map(it -> Answer.<List<Way>>unread(it, snapshot.coverage())),
                Stream.concat(
                        routes.unread(DEFINITION).stream(),
                        IstioWays.unread(snapshot, DEFINITION).stream())
                    .map(Answer::<List<Way>>unknown))
            .flatMap(
                it -> it instanceof Answer.Unknown<List<Way>> why ? Stream.of(why) : Stream.of())
            .toList();
  }

  /** All ways to a workload, or why there may be more. */
  Answer<List<Way>> all(ObjectKey workload) {
    return unread.isEmpty() ? Answer.of(seen(workload)) : unread.getFirst();
  }

  Answer<List<Way>> all(Workload workload) {
    return unread.isEmpty() ? Answer.of(seen(workload)) : unread.getFirst();
  }

  /** The ways that were seen; there may be others. */
  List<Way> seen(ObjectKey workload) {
    return Workloads.find(workloads, workload).map(this::seen).orElse(List.of());
  }

  private List<Way> seen(Workload workload) {
    return List.copyOf(found.get(workload.place()));
  }

  private void add(Workload workload, Way way) {
    if (found.get(workload.place()).isEmpty()) {
      found.set(workload.place(), new LinkedHashSet<>());
    }
    found.get(workload.place()).add(way);
  }

  private void onNode(Containers.OnNode open, Admission admission) {
    if (open.port().isEmpty()) {
      add(open.workload(), onNode(Type.HOST_NETWORK, "nodes", "any port", Admits.ALL));
      return;
    }
    Map<String, Object> port = open.port().get();
    int number = (int) PortMatch.number(port, "containerPort");
    Ports own = PortMatch.protocol(port).map(it -> Ports.of(it, number, number)).orElse(Ports.NONE);
    if (open.network()) {
      add(open.workload(), onNode(Type.HOST_NETWORK, "nodes", own.toString(), Admits.ALL));
    } else {
      String at = "nodes, port " + PortMatch.number(port, "hostPort");
      Admits admits = admission.fromOutside(open.workload(), own);
      add(open.workload(), onNode(Type.HOST_PORT, at, own.toString(), admits));
    }
  }

  private static Way onNode(Type type, String at, String port, Admits admits) {
    return new Way(type, "its pods", at, port, false, Transport.NOT_KNOWN, admits);
  }
}
