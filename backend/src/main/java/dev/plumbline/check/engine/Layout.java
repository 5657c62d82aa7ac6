package dev.plumbline.check.engine;

import dev.plumbline.check.Outcome;
import dev.plumbline.check.cel.Together;
import dev.plumbline.check.engine.Input.Origin;
import dev.plumbline.check.engine.Rule.Scope;
import dev.plumbline.check.engine.Rule.Text;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which expressions judge the things of one word, a column each, and which inputs they depend on, a
 * place each; places of one origin lie side by side.
 */
final class Layout {

  private final String word;
  private final List<Scope> scopes;
  private final List<Input> inputs;
  private final Map<Text, Integer> columns = new HashMap<>();
  private final Map<Input, Integer> places = new HashMap<>();
  private final BitSet[] dependencies;
  private final int[] from = new int[Origin.values().length + 1];
  private final Presence presence;
  private final Optional<Together> together;

  Layout(String word, List<Scope> scopes) {
    this.word = word;
    this.scopes = List.copyOf(scopes);
    this.inputs =
        scopes.stream()
            .flatMap(scope -> scope.inputs().stream().flatMap(Set::stream))
            .distinct()
            .sorted(Comparator.comparing(Input::origin))
            .toList();
    for (int place = 0; place < inputs.size(); place++) {
      places.put(inputs.get(place), place);
    }
    for (Input input : inputs) {
      Arrays.fill(from, input.origin().ordinal() + 1, from.length, place(input) + 1);
    }
    this.dependencies = new BitSet[scopes.size()];
    for (int column = 0; column < dependencies.length; column++) {
      if (foreseen(column)) {
        columns.put(scopes.get(column).text(), column);
      }
      dependencies[column] = places(scopes.get(column));
    }
    this.together =
        scopes.stream()
            .flatMap(scope -> Together.of(scope.offenders().expression()).stream())
            .findFirst();
    this.presence =
        new Presence(scopes.stream().map(scope -> scope.offenders().silence()).toList());
  }

  private BitSet places(Scope scope) {
    var all = new BitSet(inputs.size());
    scope.inputs().ifPresent(inputs -> inputs.forEach(input -> all.set(place(input))));
    return all;
  }

  private int place(Input input) {
    return places.getOrDefault(input, -1);
  }

  String word() {
    return word;
  }

  List<Scope> scopes() {
    return scopes;
  }

  List<Input> inputs() {
    return inputs;
  }

  /** Looks for what columns wait for. */
  Survey survey() {
    return new Survey(presence);
  }

  /** The same, to be judged by several columns. */
  Subject gathered(Subject subject) {
    return together.map(all -> subject.with(all::gathered)).orElse(subject);
  }

  /**
   * What one column says.
   *
   * @param asked as the survey says
   */
  Outcome outcome(int column, Subject subject, Columns asked) {
    return asked.has(column) ? Judge.outcome(scopes.get(column), subject) : Judge.PASS;
  }

  /** Where the places of an origin begin. */
  int from(Origin origin) {
    return from[origin.ordinal()];
  }

  /** How many places an origin has. */
  int size(Origin origin) {
    return from[origin.ordinal() + 1] - from[origin.ordinal()];
  }

  /** Places that some of these columns depend on. */
  BitSet dependencies(BitSet some) {
    var all = new BitSet(inputs.size());
    some.stream().forEach(column -> all.or(dependencies[column]));
    return all;
  }

  BitSet dependencies(int column) {
    return dependencies[column];
  }

  /** Whether it is known what a column depends on. */
  boolean foreseen(int column) {
    return scopes.get(column).inputs().isPresent();
  }

  /** For each column here the foreseen one there of the same text; -1 where none is. */
  int[] columnsOf(Layout other) {
    return scopes.stream().mapToInt(one -> other.columns.getOrDefault(one.text(), -1)).toArray();
  }

  /** For each place here the one there of the same input; -1 where none is. */
  int[] placesOf(Layout other) {
    return inputs.stream().mapToInt(other::place).toArray();
  }
}
