package dev.plumbline.web.pages;

import dev.plumbline.compliance.Flaw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A text to be written, with numbered lines and what is wrong with it.
 *
 * @param numbers of the lines, those of mistakes apart
 * @param rows how many lines it has room for
 */
public record Editor(String text, List<Numbers> numbers, int rows, List<Mistake> mistakes) {

  private static final int ROOM = 12;

  /** Line numbers below each other, all of them of mistakes or none. */
  public record Numbers(String text, boolean bad) {}

  /**
   * One mistake.
   *
   * @param where such as {@code Line 12, column 5}, empty where it is nowhere in particular
   */
  public record Mistake(String where, String words) {}

  /** A text and what was found wrong with it. */
  public static Editor of(String text, List<Flaw> flaws) {
    int lines = (int) text.lines().count() + ROOM;
    Set<Integer> bad = flaws.stream().map(Flaw::line).collect(Collectors.toSet());
    return new Editor(
        text,
        numbers(lines, bad),
        lines,
        flaws.stream().sorted(Comparator.comparingInt(Flaw::line)).map(Editor::mistake).toList());
  }

  private static List<Numbers> numbers(int lines, Set<Integer> bad) {
    var numbers = new ArrayList<Numbers>();
    int from = 1;
    for (int line = 1; line <= lines; line++) {
      if (bad.contains(line)) {
        add(numbers, from, line, false);
        add(numbers, line, line + 1, true);
        from = line + 1;
      }
    }
    add(numbers, from, lines + 1, false);
    return numbers;
  }

  private static void add(List<Numbers> numbers, int from, int to, boolean bad) {
    if (from < to) {
      String text =
          IntStream.range(from, to)
              .mapToObj(Integer::toString)
              .collect(Collectors.joining("\n", "", "\n"));
      numbers.add(new Numbers(text, bad));
    }
  }

  private static Mistake mistake(Flaw flaw) {
    String place = flaw.place().isEmpty() ? "" : flaw.place() + ": ";
    return new Mistake(
        flaw.line() == 0 ? "" : "Line %d, column %d".formatted(flaw.line(), flaw.column()),
        place + flaw.words());
  }
}
