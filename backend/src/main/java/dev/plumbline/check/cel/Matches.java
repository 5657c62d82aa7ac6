package dev.plumbline.check.cel;

import com.google.re2j.Pattern;

/** A pattern that is not asked twice of one text. */
final class Matches {

  private final Pattern pattern;
  private final Answers answers;
  private final int place;

  Matches(String pattern, Answers answers) {
    this.pattern = Pattern.compile(pattern);
    this.answers = answers;
    this.place = answers.place(pattern);
  }

  boolean of(String text) {
    byte[] known = answers.of(text);
    if (place >= known.length) {
      return pattern.matcher(text).find();
    }
    if (known[place] == 0) {
      known[place] = pattern.matcher(text).find() ? Answers.YES : Answers.NO;
    }
    return known[place] == Answers.YES;
  }
}
