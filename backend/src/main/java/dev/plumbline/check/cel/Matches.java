package dev.plumbline.check.cel;

import com.google.re2j.Pattern;

/** A pattern that is not asked twice of one text. */
final class Matches {

  /** So many literals are looked for sooner than what is remembered of a text. */
  private static final int FEW = 3;

  private final Pattern pattern;
  private final String[] literals;
  private final Answers answers;
  private final int place;

  Matches(String pattern, Answers answers) {
    this.pattern = Pattern.compile(pattern);
    this.literals = Literals.of(pattern).toArray(String[]::new);
    this.answers = answers;
    this.place = answers.place(pattern);
  }

  boolean of(String text) {
    return (literals.length == 0 || literals.length > FEW || possible(text)) && remembered(text);
  }

  private boolean remembered(String text) {
    byte[] known = answers.of(text);
    if (place >= known.length) {
      return found(text);
    }
    if (known[place] == 0) {
      known[place] = found(text) ? Answers.YES : Answers.NO;
    }
    return known[place] == Answers.YES;
  }

  private boolean found(String text) {
    return possible(text) && pattern.matcher(text).find();
  }

  private boolean possible(String text) {
    for (String literal : literals) {
      if (text.contains(literal)) {
        return true;
      }
    }
    return literals.length == 0;
  }
}
