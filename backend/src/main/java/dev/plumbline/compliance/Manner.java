package dev.plumbline.compliance;

import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * How strictly a framework's text is read.
 *
 * @param own whether an organisation wrote it, so that its size is bounded and some keys may be
 *     left out
 * @param lenient whether words pass that nothing knows any more, because the text was accepted once
 * @param id the one it has to have, empty for any
 * @param checks whether there is a check of that id
 * @param day stands for a mapping's date that is not given
 */
record Manner(boolean own, boolean lenient, String id, Predicate<String> checks, LocalDate day) {

  static final Manner SHIPPED = new Manner(false, false, "", id -> false, LocalDate.EPOCH);

  /** A text that an organisation hands in. */
  static Manner written(String id, Predicate<String> checks, LocalDate day) {
    return new Manner(true, false, id, checks, day);
  }

  /** A text of an organisation that was accepted on some day. */
  static Manner kept(LocalDate day) {
    return new Manner(true, true, "", id -> true, day);
  }
}
