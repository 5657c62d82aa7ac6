package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.fact.reach.Policy.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts partners of many endpoints without looking at every pair: a row starts from what holds for
 * all that no rule names, and is put right for those that one does.
 *
 * <p>Only workloads of one endpoint count here; whoever has several is looked at pair by pair.
 */
final class Grid {

  /** How many partners are surely and possibly connected, by number of namespace. */
  record Row(int[] certain, int[] possible) {}

  /** A column seat's judgement of one row that differs from its usual one. */
  private record Difference(int seat, Verdict verdict) {}

  private final Direction rows;
  private final List<Seat> rowSeats;
  private final int[] seatOf;
  private final List<int[]> members = new ArrayList<>();
  private final List<Verdict> usual = new ArrayList<>();
  private final Map<Verdict, int[]> usualCounts = new LinkedHashMap<>();
  private final Map<Integer, List<Difference>> exceptions = new HashMap<>();
  private final int[] weights;
  private final int[] spaceOf;
  private final int spaces;
  private final Parts.Maker maker;
  private final @Nullable Verdict[] here;
  private final @Nullable Verdict[] there;
  private final Map<Seat, Parts> lastParts = new HashMap<>();
  private final Map<Seat, Row> plain = new HashMap<>();

  /**
   * Prepares the columns.
   *
   * @param rows INGRESS to count who reaches an endpoint, EGRESS to count whom it reaches
   * @param weights workloads that have this endpoint and no other
   * @param spaceOf number of each endpoint's namespace
   */
  Grid(
      Direction rows,
      Endpoints endpoints,
      List<Seat> rowSeats,
      List<Seat> columnSeats,
      int[] weights,
      int[] spaceOf,
      int spaces) {
    this.rows = rows;
    this.rowSeats = rowSeats;
    this.weights = weights;
    this.spaceOf = spaceOf;
    this.spaces = spaces;
    this.maker = new Parts.Maker(endpoints);
    this.seatOf = new int[endpoints.size()];
    this.here = new Verdict[endpoints.size() + 1];
    columns(columnSeats);
    this.there = new Verdict[members.size()];
  }

  private void columns(List<Seat> seats) {
    Map<Seat, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < seats.size(); i++) {
      groups.computeIfAbsent(seats.get(i), it -> new ArrayList<>()).add(i);
    }
    groups.forEach(this::column);
  }

  private void column(Seat seat, List<Integer> own) {
    int number = members.size();
    members.add(own.stream().mapToInt(it -> it).toArray());
    Parts parts =
        maker.make(seat, rows == Direction.INGRESS ? Direction.EGRESS : Direction.INGRESS);
    usual.add(parts.rest());
    int[] counts = usualCounts.computeIfAbsent(parts.rest(), it -> new int[spaces]);
    for (int member : members.get(number)) {
      seatOf[member] = number;
      counts[spaceOf[member]] += weights[member];
    }
    for (int i = 0; i < parts.touched().length; i++) {
      if (!parts.verdicts()[i].equals(parts.rest())) {
        exceptions
            .computeIfAbsent(parts.touched()[i], it -> new ArrayList<>())
            .add(new Difference(number, parts.verdicts()[i]));
      }
    }
  }

  /** The partners of one endpoint, itself among them where it may connect to itself. */
  Row row(int endpoint) {
    Seat seat = rowSeats.get(endpoint);
    List<Difference> own = exceptions.getOrDefault(endpoint, List.of());
    Row known = own.isEmpty() ? plain.get(seat) : null;
    if (known != null) {
      return known;
    }
    Row row = count(parts(seat), own);
    if (own.isEmpty()) {
      plain.clear();
      plain.put(seat, row);
    }
    return row;
  }

  /** Keeps one at a time: endpoints of one seat come one after another. */
  private Parts parts(Seat seat) {
    Parts known = lastParts.get(seat);
    if (known == null) {
      lastParts.clear();
      known = maker.make(seat, rows);
      lastParts.put(seat, known);
    }
    return known;
  }

  private Row count(Parts parts, List<Difference> own) {
    var row = new Row(new int[spaces], new int[spaces]);
    usualCounts.forEach((verdict, counts) -> addAll(row, parts.rest().and(verdict), counts));
    own.forEach(it -> there[it.seat] = it.verdict);
    for (int i = 0; i < parts.touched().length; i++) {
      touched(row, parts.touched()[i], parts.rest(), parts.verdicts()[i]);
    }
    own.forEach(it -> exception(row, it, parts.rest()));
    own.forEach(it -> there[it.seat] = null);
    Arrays.stream(parts.touched()).forEach(it -> here[it] = null);
    return row;
  }

  private static void addAll(Row row, Verdict both, int[] counts) {
    for (int i = 0; i < counts.length; i++) {
      row.certain[i] += both.open() ? counts[i] : 0;
      row.possible[i] += both.closed() ? 0 : counts[i];
    }
  }

  private void touched(Row row, int member, Verdict rest, Verdict verdict) {
    here[member] = verdict;
    if (member < seatOf.length) {
      Verdict before = usual.get(seatOf[member]);
      Verdict own = there[seatOf[member]];
      add(row, member, rest.and(before), -1);
      add(row, member, verdict.and(own == null ? before : own), 1);
    }
  }

  private void exception(Row row, Difference exception, Verdict rest) {
    for (int member : members.get(exception.seat)) {
      if (here[member] == null) {
        add(row, member, rest.and(usual.get(exception.seat)), -1);
        add(row, member, rest.and(exception.verdict), 1);
      }
    }
  }

  private void add(Row row, int member, Verdict both, int sign) {
    int space = spaceOf[member];
    row.certain[space] += both.open() ? sign * weights[member] : 0;
    row.possible[space] += both.closed() ? 0 : sign * weights[member];
  }
}
