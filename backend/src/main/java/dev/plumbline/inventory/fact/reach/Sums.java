package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.reach.Policy.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Counts over all workloads of a net. */
final class Sums {

  private final Net net;
  private final List<String> spaces;
  private final int[] spaceOf;
  private final int[] weights;
  private final int[] population;
  private final Map<ObjectKey, int[]> single = new LinkedHashMap<>();
  private final Map<ObjectKey, int[]> several = new LinkedHashMap<>();

  Sums(Net net) {
    this.net = net;
    Endpoints endpoints = net.endpoints;
    endpoints.workloads().forEach(this::sort);
    var names = new TreeSet<String>();
    IntStream.range(0, endpoints.size()).forEach(it -> names.add(endpoints.get(it).namespace()));
    spaces = List.copyOf(names);
    Map<String, Integer> numbers = new TreeMap<>();
    spaces.forEach(it -> numbers.put(it, numbers.size()));
    spaceOf =
        IntStream.range(0, endpoints.size())
            .map(it -> numbers.get(endpoints.get(it).namespace()))
            .toArray();
    weights = new int[endpoints.size()];
    single.values().forEach(own -> weights[own[0]]++);
    population = new int[spaces.size()];
    single.values().forEach(own -> population[spaceOf[own[0]]]++);
    several.values().forEach(own -> population[spaceOf[own[0]]]++);
  }

  private void sort(ObjectKey workload, int[] own) {
    if (own.length == 1) {
      single.put(workload, own);
    } else if (own.length > 1) {
      several.put(workload, own);
    }
  }

  Map<ObjectKey, Neighbours> tallies(Direction rows) {
    Map<ObjectKey, Neighbours> tallies = new TreeMap<>();
    each(
        rows,
        (workload, row) ->
            tallies.put(
                workload,
                new Neighbours(
                    Arrays.stream(row.certain()).sum(), Arrays.stream(row.possible()).sum())));
    return tallies;
  }

  Matrix matrix() {
    int size = spaces.size();
    var certain = new long[size][size];
    var possible = new long[size][size];
    each(
        Direction.INGRESS,
        (workload, row) -> {
          int to = spaceOf[net.endpoints.of(workload)[0]];
          for (int from = 0; from < size; from++) {
            certain[from][to] += row.certain()[from];
            possible[from][to] += row.possible()[from];
          }
        });
    var cells = new ArrayList<List<Matrix.Cell>>();
    for (int from = 0; from < size; from++) {
      var row = new ArrayList<Matrix.Cell>();
      for (int to = 0; to < size; to++) {
        long pairs = (long) population[from] * (population[to] - (from == to ? 1 : 0));
        row.add(new Matrix.Cell(certain[from][to], possible[from][to], pairs));
      }
      cells.add(row);
    }
    return new Matrix(spaces, cells);
  }

  /** Every workload with the counts of its partners, itself left out. */
  private void each(Direction rows, BiConsumer<ObjectKey, Grid.Row> consumer) {
    Direction columns = rows == Direction.INGRESS ? Direction.EGRESS : Direction.INGRESS;
    var grid =
        new Grid(
            rows,
            net.endpoints,
            net.seatsOf(rows),
            net.seatsOf(columns),
            weights,
            spaceOf,
            spaces.size());
    bySeat(rows)
        .forEach(workload -> {
          int own = net.endpoints.of(workload)[0];
          Grid.Row row = copy(grid.row(own));
          add(row, own, net.between(own, own), -1);
          several.forEach(
              (other, theirs) -> add(row, theirs[0], between(rows, new int[] {own}, theirs), 1));
          consumer.accept(workload, row);
        });
    several.forEach((workload, own) -> consumer.accept(workload, pairwise(rows, workload, own)));
  }

  /** Those of one seat side by side, so that their common part is made once. */
  private List<ObjectKey> bySeat(Direction rows) {
    Map<Seat, List<ObjectKey>> groups = new LinkedHashMap<>();
    single.forEach((workload, own) ->
        groups
            .computeIfAbsent(net.seatsOf(rows).get(own[0]), it -> new ArrayList<>())
            .add(workload));
    return groups.values().stream().flatMap(List::stream).toList();
  }

  private Grid.Row pairwise(Direction rows, ObjectKey workload, int[] own) {
    var row = new Grid.Row(new int[spaces.size()], new int[spaces.size()]);
    net.endpoints
        .workloads()
        .forEach((other, theirs) -> {
          if (!other.equals(workload) && theirs.length > 0) {
            add(row, theirs[0], between(rows, own, theirs), 1);
          }
        });
    return row;
  }

  private Verdict between(Direction rows, int[] own, int[] theirs) {
    Verdict all = Verdict.NONE;
    for (int mine : own) {
      for (int other : theirs) {
        all =
            all.or(rows == Direction.INGRESS ? net.between(other, mine) : net.between(mine, other));
      }
    }
    return all;
  }

  private void add(Grid.Row row, int endpoint, Verdict verdict, int sign) {
    int space = spaceOf[endpoint];
    row.certain()[space] += verdict.open() ? sign : 0;
    row.possible()[space] += verdict.closed() ? 0 : sign;
  }

  private static Grid.Row copy(Grid.Row row) {
    return new Grid.Row(row.certain().clone(), row.possible().clone());
  }
}
