package dev.plumbline.check.engine;

import dev.plumbline.check.Outcome;
import dev.plumbline.check.Verdict;
import dev.plumbline.check.engine.Input.Origin;
import dev.plumbline.check.engine.Sheet.Row;
import dev.plumbline.inventory.ObjectKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Judges the things of one word again where something they depend on has changed. */
final class Round {

  private final Layout layout;
  private final List<Evaluation.OfKind> columns;
  private final Prints prints;
  private final @Nullable Sheet before;
  private final int[] oldColumns;
  private final int[] oldPlaces;
  private final boolean sameColumns;
  private final BitSet judged = new BitSet();
  private final BitSet needed;
  private final BitSet changedInCluster = new BitSet();
  private final Map<String, BitSet> changedInNamespace = new HashMap<>();
  private final Map<Outcome, Outcome> shared = new HashMap<>();
  private final Sheet after;
  private final Survey survey;
  private long fresh;
  private long carried;

  /**
   * @param evaluations one for each column of the layout
   */
  Round(Layout layout, List<Evaluation> evaluations, Prints prints, @Nullable Sheet before) {
    this.layout = layout;
    this.survey = layout.survey();
    this.columns = evaluations.stream().map(column -> column.of(layout.word())).toList();
    this.prints = prints;
    this.before = before;
    for (int column = 0; column < evaluations.size(); column++) {
      judged.set(column, evaluations.get(column).judges());
    }
    this.needed = layout.dependencies(judged);
    this.oldColumns = before == null ? new int[0] : layout.columnsOf(before.layout());
    this.oldPlaces = before == null ? new int[0] : layout.placesOf(before.layout());
    this.sameColumns =
        before != null && before.layout() == layout && before.judged().equals(judged);
    var cluster = made(Origin.CLUSTER, prints::ofCluster);
    this.after = new Sheet(layout, judged, cluster, new HashMap<>(), rows(before));
    compare(Origin.CLUSTER, cluster, before == null ? null : before.cluster(), changedInCluster);
  }

  /** With room for as many as there were. */
  private static Map<ObjectKey, Row> rows(@Nullable Sheet before) {
    return HashMap.newHashMap(before == null ? 0 : before.rows().size());
  }

  /** What is remembered for the next round. */
  Sheet after() {
    return after;
  }

  long fresh() {
    return fresh;
  }

  long carried() {
    return carried;
  }

  void take(Found found, Supplier<Subject> subject) {
    Row old = before == null ? null : before.rows().get(found.key());
    long[] own = made(Origin.OBJECT, prints.of(found));
    var changed = new BitSet(layout.inputs().size());
    changed.or(changedInCluster);
    changed.or(changedIn(found.key().namespace()));
    compare(Origin.OBJECT, own, old == null ? null : old.prints(), changed);
    long before = fresh;
    @Nullable Outcome[] outcomes = outcomes(found, subject, old, changed);
    boolean kept = sameColumns && old != null && fresh == before && changed.isEmpty();
    after.rows().put(found.key(), old != null && kept ? old : row(own, outcomes));
  }

  private @Nullable Outcome[] outcomes(
      Found found, Supplier<Subject> subject, @Nullable Row old, BitSet changed) {
    @Nullable Outcome[] known =
        old == null || before == null ? new Outcome[0] : before.outcomes(old);
    var outcomes = new @Nullable Outcome[layout.scopes().size()];
    var passed = new Verdict(found.key(), Judge.PASS);
    Subject made = null;
    Columns asked = null;
    for (int column = 0; column < outcomes.length; column++) {
      Evaluation.OfKind evaluation = columns.get(column);
      if (!judged.get(column)) {
        evaluation.miss(found.key());
        continue;
      }
      Outcome outcome = old == null ? null : carried(column, known, changed);
      if (outcome == null) {
        made = made == null ? layout.gathered(subject.get()) : made;
        asked = asked == null ? survey.of(made) : asked;
        outcome = shared(layout.outcome(column, made, asked));
        fresh++;
      } else {
        carried++;
      }
      outcomes[column] = outcome;
      evaluation.add(outcome == Judge.PASS ? passed : new Verdict(found.key(), outcome));
    }
    return outcomes;
  }

  private @Nullable Outcome carried(int column, @Nullable Outcome[] known, BitSet changed) {
    boolean same = layout.foreseen(column) && !layout.dependencies(column).intersects(changed);
    return same && oldColumns[column] >= 0 ? known[oldColumns[column]] : null;
  }

  private Outcome shared(Outcome outcome) {
    Outcome known = shared.putIfAbsent(outcome, outcome);
    return known == null ? outcome : known;
  }

  private BitSet changedIn(String namespace) {
    return changedInNamespace.computeIfAbsent(
        namespace,
        name -> {
          var changed = new BitSet();
          long[] all = made(Origin.NAMESPACE, input -> prints.ofNamespace(name, input));
          after.namespaces().put(name, all);
          long[] old = before == null ? null : before.namespaces().get(name);
          compare(Origin.NAMESPACE, all, old, changed);
          return changed;
        });
  }

  private long[] made(Origin origin, Function<Input, Print> printing) {
    int from = layout.from(origin);
    var all = new long[2 * layout.size(origin)];
    for (int place = 0; 2 * place < all.length; place++) {
      if (needed.get(from + place)) {
        Print print = printing.apply(layout.inputs().get(from + place));
        all[2 * place] = print.first();
        all[2 * place + 1] = print.second();
      }
    }
    return all;
  }

  /** Notes places whose print is another than before, or was not made. */
  private void compare(Origin origin, long[] now, long @Nullable [] old, BitSet changed) {
    int from = layout.from(origin);
    int oldFrom = before == null ? 0 : before.layout().from(origin);
    for (int place = 0; 2 * place < now.length; place++) {
      int there = old == null ? -1 : oldPlaces[from + place] - oldFrom;
      boolean same =
          old != null
              && there >= 0
              && (old[2 * there] | old[2 * there + 1]) != 0
              && now[2 * place] == old[2 * there]
              && now[2 * place + 1] == old[2 * there + 1];
      changed.set(from + place, !same && needed.get(from + place));
    }
  }

  private Row row(long[] own, @Nullable Outcome[] outcomes) {
    var passed = new BitSet(outcomes.length);
    List<Outcome> others = new ArrayList<>();
    for (int column = 0; column < outcomes.length; column++) {
      Outcome outcome = outcomes[column];
      if (outcome instanceof Outcome.Pass) {
        passed.set(column);
      } else if (outcome != null) {
        others.add(outcome);
      }
    }
    return new Row(own, passed, others.toArray(Outcome[]::new));
  }
}
