package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reach.Policy.Direction;
import dev.plumbline.inventory.fact.reach.Policy.Rule;
import dev.plumbline.inventory.fact.reach.Policy.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Endpoints, and the policies that hold for each. */
final class Net {

  private static final Set<String> WITHOUT_POD_ADDRESSES = Set.of("Cilium", "Dataplane V2");

  final Endpoints endpoints;
  private final List<Policy> policies;
  private final Crowd crowd;
  private final boolean enforced;
  private final Map<Direction, List<Seat>> seats = new EnumMap<>(Direction.class);
  private final Map<Direction, List<Track>> written = new EnumMap<>(Direction.class);
  private final Map<Seat, Verdict> fromOutside = new ConcurrentHashMap<>();

  private Net(Endpoints endpoints, List<Policy> policies, Crowd crowd, boolean enforced) {
    this.endpoints = endpoints;
    this.policies = policies;
    this.crowd = crowd;
    this.enforced = enforced;
    for (Direction direction : Direction.values()) {
      written.put(direction, tracks(direction));
      seats.put(direction, seats(direction));
    }
  }

  /**
   * Reads policies and pods.
   *
   * @param services what Services look at
   */
  static Net of(
      Snapshot snapshot,
      List<Workload> workloads,
      Answer<NetworkPlugin> plugin,
      Services services) {
    List<Policy> policies = Policies.of(snapshot);
    Set<Who> who = policies.stream().flatMap(Net::who).collect(Collectors.toSet());
    Set<String> keys = new HashSet<>(services.keys());
    who.forEach(it -> keys.addAll(it.keys()));
    Set<String> names = new HashSet<>(services.portNames());
    policies.stream()
        .flatMap(Net::rules)
        .forEach(it -> it.ports().named().forEach(n -> names.add(n.name())));
    var blocks = new Blocks(blocks(who), comparesPods(plugin));
    var spaces = new Spaces(snapshot);
    var endpoints = new Endpoints(snapshot, workloads, keys, names, blocks, spaces);
    return new Net(endpoints, policies, new Crowd(endpoints, blocks, spaces), enforced(plugin));
  }

  private static boolean enforced(Answer<NetworkPlugin> plugin) {
    return !(plugin instanceof Answer.Known<NetworkPlugin>(var it)) || it.enforces();
  }

  private static boolean comparesPods(Answer<NetworkPlugin> plugin) {
    return !(plugin instanceof Answer.Known<NetworkPlugin>(var it)
        && WITHOUT_POD_ADDRESSES.contains(it.name()));
  }

  private static Stream<Rule> rules(Policy policy) {
    return Stream.of(policy.ingress(), policy.egress())
        .flatMap(Optional::stream)
        .flatMap(it -> it.rules().stream());
  }

  private static Stream<Who> who(Policy policy) {
    return Stream.concat(Stream.of(policy.subject()), rules(policy).map(Rule::peers))
        .flatMap(Who::parts);
  }

  private static Set<Who.Block> blocks(Set<Who> who) {
    var blocks = new LinkedHashSet<Who.Block>();
    who.forEach(it -> {
      if (it instanceof Who.Block block) {
        blocks.add(block);
      }
    });
    return blocks;
  }

  private List<Track> tracks(Direction direction) {
    Map<List<Integer>, Track> known = new HashMap<>();
    return holding(direction).stream()
        .map(codes -> known.computeIfAbsent(codes, it -> track(it, direction)))
        .toList();
  }

  private List<Seat> seats(Direction direction) {
    Map<Seat, Seat> known = new HashMap<>();
    var free = new Track(List.of(), crowd);
    var all = new ArrayList<Seat>();
    for (int i = 0; i < endpoints.size(); i++) {
      Track track = enforced ? written(direction, i) : free;
      boolean named = direction == Direction.INGRESS && track.named();
      var seat = new Seat(track, named ? endpoints.get(i).ports() : Map.of());
      all.add(known.computeIfAbsent(seat, it -> it));
    }
    return all;
  }

  /** For each endpoint twice the number of every policy that holds for it, plus one when surely. */
  private List<List<Integer>> holding(Direction direction) {
    var holding = new ArrayList<List<Integer>>(Collections.nCopies(endpoints.size(), List.of()));
    for (int number = 0; number < policies.size(); number++) {
      if (policies.get(number).side(direction).isPresent()) {
        hold(number, crowd.find(policies.get(number).subject()), holding);
      }
    }
    return holding;
  }

  private void hold(int policy, Peers subject, List<List<Integer>> holding) {
    if (subject.rest() != Match.NO) {
      for (int i = 0; i < endpoints.size(); i++) {
        if (!endpoints.get(i).node()) {
          holdOne(policy * 2 + (subject.rest() == Match.YES ? 1 : 0), i, holding);
        }
      }
    }
    for (int i : subject.yes()) {
      holdOne(policy * 2 + 1, i, holding);
    }
    for (int i : subject.maybe()) {
      holdOne(policy * 2, i, holding);
    }
  }

  private void holdOne(int code, int endpoint, List<List<Integer>> holding) {
    if (endpoint < endpoints.size()) {
      if (holding.get(endpoint).isEmpty()) {
        holding.set(endpoint, new ArrayList<>());
      }
      holding.get(endpoint).add(code);
    }
  }

  private Track track(List<Integer> codes, Direction direction) {
    return new Track(
        codes.stream().map(it -> held(policies.get(it / 2), direction, it % 2 == 1)).toList(),
        crowd);
  }

  private static Track.Holding held(Policy policy, Direction direction, boolean sure) {
    Side side = policy.side(direction).orElseThrow();
    return new Track.Holding(policy, side, sure);
  }

  List<Seat> seatsOf(Direction direction) {
    return Objects.requireNonNull(seats.get(direction));
  }

  /** What policies say of an endpoint, whether or not anything enforces them. */
  Track written(Direction direction, int endpoint) {
    return Objects.requireNonNull(written.get(direction)).get(endpoint);
  }

  private Track track(Direction direction, int endpoint) {
    return seatsOf(direction).get(endpoint).track();
  }

  /** The number that stands for addresses outside. */
  int outside() {
    return endpoints.size();
  }

  /** On which ports one endpoint, or outside, may connect to another. */
  Verdict between(int source, int target) {
    if (source == outside()) {
      return target == outside() ? Verdict.ALL : fromOutside(target);
    }
    if (target == outside()) {
      return track(Direction.EGRESS, source).judgeOutside(Map.of());
    }
    Map<PortMatch.Named, Ports> ports = endpoints.get(target).ports();
    Verdict out = track(Direction.EGRESS, source).judge(target, ports);
    return out.closed() ? out : out.and(track(Direction.INGRESS, target).judge(source, ports));
  }

  private Verdict fromOutside(int target) {
    Seat seat = seatsOf(Direction.INGRESS).get(target);
    return fromOutside.computeIfAbsent(seat, it -> it.track().judgeOutside(it.ports()));
  }
}
