package dev.plumbline.check.engine;

import dev.plumbline.inventory.FieldMap;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A fingerprint of values: two polynomials over the prime 2^61 − 1 at points that every process
 * draws anew, so that two unlike values of n words have one print with a chance of (n / 2^61)², and
 * nobody can look for such values. Prints are compared within one process and are never shown.
 */
final class Print {

  private static final long PRIME = (1L << 61) - 1;
  private static final long FIRST = point();
  private static final long SECOND = point();
  private static final AtomicInteger CLASSES = new AtomicInteger();
  private static final AtomicLong UNLIKE = new AtomicLong();

  /** What a word begins. */
  private enum Tag {
    NOTHING,
    TEXT,
    WHOLE,
    SMALL,
    REAL,
    TRUE,
    FALSE,
    MAP,
    LIST,
    RECORD,
    CONSTANT,
    OPTIONAL,
    UNLIKE,
    FIELDS
  }

  private static final ClassValue<Integer> IDS =
      new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> type) {
          return CLASSES.incrementAndGet();
        }
      };

  private final Scratch scratch;
  private long first = 1;
  private long second = 1;

  Print(Scratch scratch) {
    this.scratch = scratch;
  }

  /** Room for letters that several prints use one after the other. */
  static final class Scratch {

    private final Map<List<String>, Print> names = new IdentityHashMap<>();
    private char[] letters = new char[256];

    /** Of names that many maps share. */
    private Print of(List<String> shared) {
      return names.computeIfAbsent(shared, one -> new Print(this).add(one));
    }

    private char[] of(int length) {
      if (letters.length < length) {
        letters = new char[2 * length];
      }
      return letters;
    }
  }

  long first() {
    return first;
  }

  long second() {
    return second;
  }

  private static long point() {
    return new SecureRandom().nextLong(1L << 32, PRIME);
  }

  /** A value of a document or of a fact; one of an unknown class is like no other, nor itself. */
  Print add(@Nullable Object value) {
    if (value instanceof String text) {
      text(text);
    } else if (value instanceof FieldMap map) {
      fields(map);
    } else if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value instanceof Collection<?> list) {
      list(list);
    } else if (value instanceof Long whole) {
      whole(Tag.WHOLE, whole);
    } else {
      other(value);
    }
    return this;
  }

  private void other(@Nullable Object value) {
    switch (value) {
      case null -> begin(Tag.NOTHING, 0);
      case Boolean flag -> begin(flag ? Tag.TRUE : Tag.FALSE, 0);
      case Record record -> record(record);
      case Enum<?> constant -> constant(constant);
      case Optional<?> optional -> begin(Tag.OPTIONAL, 0).add(optional.orElse(null));
      case Integer small -> whole(Tag.SMALL, small);
      case Double real -> whole(Tag.REAL, Double.doubleToLongBits(real));
      default -> whole(Tag.UNLIKE, UNLIKE.incrementAndGet());
    }
  }

  /** A print among what is printed. */
  Print add(long first, long second) {
    word(first);
    word(second);
    return this;
  }

  /** How many values follow, so that none is taken for one of the next. */
  Print size(int size) {
    return begin(Tag.LIST, size);
  }

  private void text(String text) {
    int length = text.length();
    begin(Tag.TEXT, length);
    char[] all = scratch.of(length);
    text.getChars(0, length, all, 0);
    int at = 0;
    while (at < length) {
      at += at + 6 < length && narrow(all, at) ? seven(all, at) : one(all, at);
    }
  }

  private static boolean narrow(char[] all, int at) {
    return (all[at]
            | all[at + 1]
            | all[at + 2]
            | all[at + 3]
            | all[at + 4]
            | all[at + 5]
            | all[at + 6])
        < 256;
  }

  /** A word tells by its highest bit how many letters it holds. */
  private int seven(char[] all, int at) {
    word(
        1L << 56
            | (long) all[at] << 48
            | (long) all[at + 1] << 40
            | (long) all[at + 2] << 32
            | (long) all[at + 3] << 24
            | (long) all[at + 4] << 16
            | (long) all[at + 5] << 8
            | all[at + 6]);
    return 7;
  }

  private int one(char[] all, int at) {
    word(all[at]);
    return 1;
  }

  private void fields(FieldMap map) {
    begin(Tag.FIELDS, map.size());
    Print names = scratch.of(map.names());
    add(names.first, names.second);
    for (int place = 0; place < map.size(); place++) {
      add(map.at(place));
    }
  }

  private void map(Map<?, ?> map) {
    begin(Tag.MAP, map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      add(entry.getKey()).add(entry.getValue());
    }
  }

  private void list(Collection<?> list) {
    size(list.size());
    for (Object one : list) {
      add(one);
    }
  }

  private void record(Record record) {
    begin(Tag.RECORD, IDS.get(record.getClass()));
    Components components = Components.of(record);
    for (int place = 0; place < components.size(); place++) {
      add(components.read(record, place));
    }
  }

  private void constant(Enum<?> constant) {
    begin(Tag.CONSTANT, IDS.get(constant.getDeclaringClass()));
    word(constant.ordinal());
  }

  private void whole(Tag tag, long value) {
    begin(tag, 0);
    word(value >>> 32);
    word(value & 0xFFFF_FFFFL);
  }

  private Print begin(Tag tag, int size) {
    word((long) size << 4 | tag.ordinal());
    return this;
  }

  /** One coefficient, less than the prime. */
  private void word(long word) {
    first = next(first, FIRST, word);
    second = next(second, SECOND, word);
  }

  private static long next(long sum, long point, long word) {
    long high = Math.multiplyHigh(sum, point);
    long low = sum * point;
    long all = (low & PRIME) + (high << 3 | low >>> 61) + word;
    long folded = (all & PRIME) + (all >>> 61);
    return folded >= PRIME ? folded - PRIME : folded;
  }
}
