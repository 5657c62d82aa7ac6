package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reach.Policy.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Who reaches whom in a snapshot, and what is reached from outside, as policies have it. */
public final class Reachability {

  private final Net net;
  private final Answer<NetworkPlugin> plugin;
  private final Once<Sums> sums;
  private final Selected selected;
  private final Ways ways;

  private Reachability(
      Snapshot snapshot,
      List<Workload> workloads,
      Services services,
      Net net,
      Answer<NetworkPlugin> plugin) {
    this.net = net;
    this.plugin = plugin;
    this.sums = new Once<>(() -> new Sums(net));
    this.selected = new Selected(net.endpoints, workloads);
    this.ways = new Ways(snapshot, workloads, services.open(), this, selected);
  }

  /** Reads policies and pods; answers are computed when they are asked for. */
  public static Reachability of(Snapshot snapshot, List<Workload> workloads) {
    var plugin = NetworkPlugin.of(workloads, snapshot.coverage());
    var services = new Services(snapshot);
    Net net = Net.of(snapshot, workloads, plugin, services);
    return new Reachability(snapshot, workloads, services, net, plugin);
  }

  /** What connects the pods; where it is known not to enforce policies, none counts. */
  public Answer<NetworkPlugin> plugin() {
    return plugin;
  }

  /** Every workload, in order. */
  public List<ObjectKey> workloads() {
    return List.copyOf(net.endpoints.workloads().keySet());
  }

  /** Whether its pods, or how they would be, were seen. */
  public boolean seen(ObjectKey workload) {
    return net.endpoints.of(workload).length > 0;
  }

  /** On which ports pods of one workload may connect to pods of another. */
  public Verdict between(ObjectKey source, ObjectKey target) {
    return between(net.endpoints.of(source), net.endpoints.of(target));
  }

  /** From addresses outside, if a way leads in; what is possible only holds for some of them. */
  public Verdict fromOutside(ObjectKey target) {
    return between(new int[] {net.outside()}, net.endpoints.of(target));
  }

  Verdict fromOutside(Workload target) {
    return between(new int[] {net.outside()}, net.endpoints.of(target));
  }

  /** To addresses outside; what is possible only holds for some of them. */
  public Verdict toOutside(ObjectKey source) {
    return between(net.endpoints.of(source), new int[] {net.outside()});
  }

  /** The other workloads that may connect to one, in order. */
  public List<Partner> sources(ObjectKey target) {
    int[] own = net.endpoints.of(target);
    return partners(target, other -> between(net.endpoints.of(other), own));
  }

  /** The other workloads that one may connect to, in order. */
  public List<Partner> targets(ObjectKey source) {
    int[] own = net.endpoints.of(source);
    return partners(source, other -> between(own, net.endpoints.of(other)));
  }

  private List<Partner> partners(
      ObjectKey own, java.util.function.Function<ObjectKey, Verdict> verdict) {
    return net.endpoints.workloads().keySet().stream()
        .filter(other -> !other.equals(own))
        .map(other -> new Partner(other, verdict.apply(other)))
        .filter(it -> !it.verdict().closed())
        .toList();
  }

  /** What lets connections from one workload to another through, for people. */
  public String because(ObjectKey source, ObjectKey target) {
    return new Reasons(net).because(net.endpoints.of(source), net.endpoints.of(target));
  }

  /**
   * Whether policies limit who connects to a workload: {@code open}, {@code limited}, or {@code
   * node} on its node's network, where none holds.
   */
  public Answer<String> inward(ObjectKey workload) {
    return new Reaches(net).direction(net.endpoints.of(workload), Direction.INGRESS);
  }

  /** The ways from outside to a workload, or why there may be more than were seen. */
  public Answer<List<Way>> ways(ObjectKey workload) {
    return ways.all(workload);
  }

  Answer<List<Way>> ways(Workload workload) {
    return ways.all(workload);
  }

  /** The ways from outside that were seen. */
  public List<Way> waysSeen(ObjectKey workload) {
    return ways.seen(workload);
  }

  Selected selected() {
    return selected;
  }

  /** How many other workloads may connect to each. */
  public Map<ObjectKey, Neighbours> sources() {
    return sums.get().tallies(Direction.INGRESS);
  }

  /** How many other workloads each may connect to. */
  public Map<ObjectKey, Neighbours> targets() {
    return sums.get().tallies(Direction.EGRESS);
  }

  /** Namespace by namespace. */
  public Matrix matrix() {
    return sums.get().matrix();
  }

  /**
   * The policies that hold for a workload's pods, or may, such as {@code NetworkPolicy shop/web}.
   */
  public List<String> policies(ObjectKey workload) {
    return policies(net.endpoints.of(workload));
  }

  List<String> policies(int[] endpoints) {
    for (int endpoint : endpoints) {
      for (Direction direction : Direction.values()) {
        if (!net.written(direction, endpoint).holdings().isEmpty()) {
          return holdings(endpoints).map(it -> it.policy().name()).distinct().sorted().toList();
        }
      }
    }
    return List.of();
  }

  /** What of the policies that hold for a workload is not understood. */
  public List<String> doubts(ObjectKey workload) {
    return holdings(net.endpoints.of(workload))
        .flatMap(it ->
            Stream.concat(
                Stream.of(it.policy().subject()), it.side().rules().stream().map(r -> r.peers())))
        .flatMap(Who::parts)
        .flatMap(it -> it instanceof Who.Unclear(String why) ? Stream.of(why) : Stream.empty())
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<Track.Holding> holdings(int[] endpoints) {
    return Stream.of(Direction.values()).flatMap(it -> holdings(endpoints, it));
  }

  private Stream<Track.Holding> holdings(int[] endpoints, Direction direction) {
    IntFunction<Stream<Track.Holding>> one =
        endpoint -> net.written(direction, endpoint).holdings().stream();
    return Arrays.stream(endpoints).boxed().flatMap(it -> one.apply(it));
  }

  Net net() {
    return net;
  }

  private Verdict between(int[] sources, int[] targets) {
    Verdict all = Verdict.NONE;
    for (int source : sources) {
      for (int target : targets) {
        all = all.or(net.between(source, target));
      }
    }
    return all;
  }
}
