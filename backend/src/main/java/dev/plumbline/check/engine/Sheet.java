package dev.plumbline.check.engine;

import dev.plumbline.check.Outcome;
import dev.plumbline.inventory.ObjectKey;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the things of one word. Prints are two words each, in the order of their
 * places; one of two zeros was not made.
 *
 * @param judged columns that have outcomes
 * @param cluster prints of what is of the cluster
 * @param namespaces prints of what is of each namespace
 */
record Sheet(
    Layout layout,
    BitSet judged,
    long[] cluster,
    Map<String, long[]> namespaces,
    Map<ObjectKey, Row> rows) {

  private static final int ENTRY = 48;
  private static final int ARRAY = 16;
  private static final int REFERENCE = 4;

  /**
   * One thing.
   *
   * @param prints of what is its own
   * @param passed columns whose outcome is a pass
   * @param others outcomes of the other columns that were judged, in their order
   */
  record Row(long[] prints, BitSet passed, Outcome[] others) {

    private long bytes() {
      return 3L * ARRAY + 8L * prints.length + passed.size() / 8 + REFERENCE * others.length;
    }
  }

  /** Outcomes of a row by column; null where a column was not judged. */
  @Nullable Outcome[] outcomes(Row row) {
    var outcomes = new @Nullable Outcome[layout.scopes().size()];
    int other = 0;
    for (int at = judged.nextSetBit(0); at >= 0; at = judged.nextSetBit(at + 1)) {
      outcomes[at] = row.passed().get(at) ? Judge.PASS : row.others()[other++];
    }
    return outcomes;
  }

  /** About what it holds of the heap; outcomes that several things share are counted once. */
  long bytes(Set<Outcome> counted) {
    long bytes = 0;
    for (var entry : rows.entrySet()) {
      ObjectKey key = entry.getKey();
      Row row = entry.getValue();
      bytes += ENTRY + text(key.namespace()) + text(key.name()) + row.bytes();
      for (Outcome outcome : row.others()) {
        bytes += counted.add(outcome) ? bytes(outcome) : 0;
      }
    }
    return bytes + namespaces.values().stream().mapToLong(all -> ENTRY + 8L * all.length).sum();
  }

  private static long bytes(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Fail fail ->
          fail.offences().stream().mapToLong(one -> ENTRY + text(one.message())).sum() + ENTRY;
      case Outcome.Unknown unknown -> ENTRY + text(unknown.detail());
      case Outcome.NotApplicable none -> ENTRY + text(none.reason());
      case Outcome.Pass pass -> 0;
    };
  }

  private static long text(String text) {
    return ENTRY + text.length();
  }
}
