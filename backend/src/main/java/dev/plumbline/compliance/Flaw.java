package dev.plumbline.compliance;

/**
 * One thing that is wrong with the text of a framework.
 *
 * @param line from 1; 0 where it is nowhere in particular
 * @param column from 1; 0 where it is nowhere in particular
 * @param place the entry, such as {@code controls[3] 1.4}; empty at the top
 * @param words what is wrong, for people
 */
public record Flaw(int line, int column, String place, String words) {

  static Flaw nowhere(String words) {
    return new Flaw(0, 0, "", words);
  }

  /** With place, line and column, as far as they are known. */
  public String sentence() {
    String where = place.isEmpty() ? "" : place + ": ";
    return where + words + (line == 0 ? "" : " (line %d, column %d)".formatted(line, column));
  }
}
