package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what one stream of items held. */
final class ItemTally {

  private static final int NOTES = 10;
  private static final int UNKNOWN_KINDS = 200;

  private final Map<Kind, Integer> counts = new HashMap<>();
  private final Map<String, Integer> unknown = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private int refused;
  private boolean list;
  private String next = "";
  private String failure = "";
  private String status = "";

  void took(Kind kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  void unknown(Kind kind) {
    String name = brief(kind.toString());
    boolean full = unknown.size() >= UNKNOWN_KINDS && !unknown.containsKey(name);
    unknown.merge(full ? "other kinds" : name, 1, Integer::sum);
  }

  void refused(String why) {
    refused++;
    note(why);
  }

  void note(String note) {
    if (notes.size() < NOTES) {
      notes.add(note);
    }
  }

  void list(String nextPage) {
    list = true;
    next = nextPage;
  }

  void fail(@Nullable String reason) {
    failure = reason == null || reason.isBlank() ? "reading failed" : brief(reason);
  }

  void status(String message) {
    status = message.isBlank() ? "the server answered with an error" : brief(message);
  }

  Items items() {
    return new Items(counts, unknown, refused, list, next, failure, status, notes);
  }

  /** A text of the cluster, short enough for a sentence about it. */
  static String brief(String text) {
    return text.length() <= 300 ? text : text.substring(0, 297) + "...";
  }
}
