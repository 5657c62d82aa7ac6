package dev.plumbline.check;

/**
 * What keeps a check that a customer writes from being used.
 *
 * @param field key of the file, such as {@code offenders} or {@code fix.text}; empty for the whole
 * @param line within the expression where the field is one, else within the file; from 1, 0 where
 *     it is nowhere in particular
 * @param column as the line
 * @param fileLine within the file, from 1; 0 where it is nowhere in particular
 */
public record Flaw(String field, int line, int column, int fileLine, String detail) {

  public static Flaw of(String field, String detail) {
    return new Flaw(field, 0, 0, 0, detail);
  }

  /** Where and what, in a sentence. */
  public String words() {
    String place = line == 0 ? "" : ", line %d, column %d".formatted(line, column);
    String where = field.isEmpty() ? place.replaceFirst("^, ", "") : field + place;
    return where.isEmpty() ? detail : where + ": " + detail;
  }
}
