package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.reach.Policy.Direction;
import dev.plumbline.inventory.fact.reach.Way.Admits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The proxies of a cluster as callers: those that policies treat alike are judged once. */
final class Proxies {

  /** Proxies of one seat outwards, as a workload's seat judges them. */
  private record Group(Track outward, Verdict inward) {}

  private final Net net;
  private final boolean none;
  private final Map<Integer, Track> outward = new LinkedHashMap<>();
  private final Map<Track, Integer> sizes = new LinkedHashMap<>();
  private final Map<Seat, Collection<Group>> known = new ConcurrentHashMap<>();
  private final Once<Parts.Maker> maker;

  Proxies(Net net, List<Workload> workloads) {
    this.net = net;
    this.none = workloads.isEmpty();
    this.maker = new Once<>(() -> new Parts.Maker(net.endpoints));
    for (Workload workload : workloads) {
      for (int endpoint : net.endpoints.of(workload)) {
        outward.put(endpoint, net.seatsOf(Direction.EGRESS).get(endpoint).track());
      }
    }
    outward.values().forEach(it -> sizes.merge(it, 1, Integer::sum));
  }

  boolean none() {
    return none;
  }

  /** Whether one of them may connect to a workload on some of these ports. */
  Admits reach(Workload workload, Ports ports) {
    boolean possible = false;
    for (int target : net.endpoints.of(workload)) {
      for (Group group : groups(net.seatsOf(Direction.INGRESS).get(target))) {
        Verdict verdict = verdict(group, target).on(ports);
        if (verdict.open()) {
          return Admits.ALL;
        }
        possible |= !verdict.closed();
      }
    }
    return possible ? Admits.NOT_KNOWN : Admits.NONE;
  }

  private Verdict verdict(Group group, int target) {
    return group.inward.closed()
        ? group.inward
        : group.inward.and(group.outward.judge(target, net.endpoints.get(target).ports()));
  }

  private Collection<Group> groups(Seat seat) {
    return known.computeIfAbsent(seat, this::split);
  }

  /** The proxies that rules name one by one, and the rest of each seat outwards. */
  private synchronized Collection<Group> split(Seat seat) {
    Parts parts = maker.get().make(seat, Direction.INGRESS);
    Set<Group> groups = new LinkedHashSet<>();
    Map<Track, Integer> rest = new HashMap<>(sizes);
    var named = new ArrayList<Group>();
    for (int i = 0; i < parts.touched().length; i++) {
      Track track = outward.get(parts.touched()[i]);
      if (track != null) {
        named.add(new Group(track, parts.verdicts()[i]));
        rest.merge(track, -1, Integer::sum);
      }
    }
    sizes.keySet().stream()
        .filter(it -> rest.getOrDefault(it, 0) > 0)
        .forEach(it -> groups.add(new Group(it, parts.rest())));
    groups.addAll(named);
    return groups;
  }
}
