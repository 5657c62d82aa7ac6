package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.fact.reach.Policy.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every endpoint as one seat judges it.
 *
 * @param rest of all that are not touched
 * @param touched numbers of endpoints that some rule names
 * @param verdicts of the touched, in the same order
 */
record Parts(Verdict rest, int[] touched, Verdict[] verdicts) {

  /** Makes parts, by splitting the endpoints rule by rule. */
  static final class Maker {

    /** Endpoints that the rules so far treat alike; the way back to the beginning tells which. */
    private record Cell(int parent, int gate, Match match) {}

    private final Endpoints endpoints;
    private final int[] cellOf;
    private final List<Integer> portsOf = new ArrayList<>();
    private final List<Map<PortMatch.Named, Ports>> ports = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private int[] touched = new int[16];
    private int count;

    Maker(Endpoints endpoints) {
      this.endpoints = endpoints;
      this.cellOf = new int[endpoints.size() + 1];
      Map<Map<PortMatch.Named, Ports>, Integer> seen = new HashMap<>();
      for (int i = 0; i < endpoints.size(); i++) {
        var own = endpoints.get(i).ports();
        portsOf.add(seen.computeIfAbsent(own, it -> newPorts(own)));
      }
    }

    private int newPorts(Map<PortMatch.Named, Ports> own) {
      ports.add(own);
      return ports.size() - 1;
    }

    Parts make(Seat seat, Direction direction) {
      cells.clear();
      count = 0;
      cells.add(new Cell(-1, -1, Match.NO));
      boolean byPeer = direction == Direction.EGRESS && seat.track().named();
      if (byPeer) {
        ports.forEach(it -> cells.add(new Cell(0, -1, Match.NO)));
        touchNamed();
      }
      seat.track().gates().forEach(this::split);
      Parts parts = judged(seat, byPeer);
      for (int i = 0; i < count; i++) {
        cellOf[touched[i]] = 0;
      }
      return parts;
    }

    private void touchNamed() {
      for (int i = 0; i < endpoints.size(); i++) {
        if (!endpoints.get(i).ports().isEmpty()) {
          touch(i, portsOf.get(i) + 1);
        }
      }
    }

    private void split(Track.Gate gate) {
      Map<Integer, Integer> into = new HashMap<>();
      for (int number : gate.peers().yes()) {
        move(number, gate, Match.YES, into);
      }
      into.clear();
      for (int number : gate.peers().maybe()) {
        move(number, gate, Match.MAYBE, into);
      }
    }

    private void move(int number, Track.Gate gate, Match match, Map<Integer, Integer> into) {
      int old = cellOf[number];
      Integer to = into.get(old);
      if (to == null) {
        cells.add(new Cell(old, gate.number(), match));
        to = cells.size() - 1;
        into.put(old, to);
      }
      touch(number, to);
    }

    private void touch(int number, int cell) {
      if (cellOf[number] == 0) {
        if (count == touched.length) {
          touched = Arrays.copyOf(touched, count * 2);
        }
        touched[count++] = number;
      }
      cellOf[number] = cell;
    }

    private Parts judged(Seat seat, boolean byPeer) {
      var verdicts = new Verdict[cells.size()];
      var result = new Verdict[count];
      for (int i = 0; i < count; i++) {
        int cell = cellOf[touched[i]];
        if (verdicts[cell] == null) {
          verdicts[cell] = judge(seat, cell, byPeer);
        }
        result[i] = verdicts[cell];
      }
      return new Parts(judge(seat, 0, false), Arrays.copyOf(touched, count), result);
    }

    private Verdict judge(Seat seat, int cell, boolean byPeer) {
      var matches = new Match[seat.track().gates().size()];
      for (Track.Gate gate : seat.track().gates()) {
        matches[gate.number()] = gate.peers().rest();
      }
      int at = cell;
      while (cells.get(at).gate >= 0) {
        Cell here = cells.get(at);
        matches[here.gate] = here.match;
        at = here.parent;
      }
      var destination = byPeer && at > 0 ? ports.get(at - 1) : seat.ports();
      return seat.track().judge(number -> matches[number], destination);
    }
  }
}
