package dev.plumbline.finding;

import dev.plumbline.check.Outcome;
import dev.plumbline.check.Tally;

/** How objects of one kind went from one outcome to another between two looks. */
final class Flow {

  private int begun;
  private int ended;
  private int left;
  private int seenPassing;
  private int seenFailing;
  private int lostPassing;
  private int lostFailing;

  /** What an object was before; what passed and what was not concerned are not told apart. */
  enum Was {
    PASSING,
    FAILING,
    UNKNOWN,
    ABSENT
  }

  void add(Was was, Outcome is) {
    switch (is) {
      case Outcome.Pass _ when was == Was.FAILING -> ended++;
      case Outcome.Pass _ when was == Was.UNKNOWN -> seenPassing++;
      case Outcome.Fail _ when was == Was.PASSING -> begun++;
      case Outcome.Fail _ when was == Was.UNKNOWN -> seenFailing++;
      case Outcome.NotApplicable _ when was == Was.FAILING -> left++;
      case Outcome.Unknown _ when was == Was.PASSING -> lostPassing++;
      case Outcome.Unknown _ when was == Was.FAILING -> lostFailing++;
      default -> {}
    }
  }

  /** How many fail that passed. */
  int begun() {
    return begun;
  }

  /** How many failed and no longer do, though they are still there. */
  int ended() {
    return ended + left;
  }

  /** A tally after what passed and fails now. */
  Tally found(Tally was) {
    return tally(was.passed() - begun, was.failed() + begun, was.unknown());
  }

  /** A tally after what failed and no longer does. */
  Tally mended(Tally was) {
    return tally(was.passed() + ended, was.failed() - ended - left, was.unknown());
  }

  /** A tally of now as it would be if as much had been seen as before. */
  Tally unseen(Tally is) {
    return tally(
        is.passed() - seenPassing + lostPassing,
        is.failed() - seenFailing + lostFailing,
        is.unknown() + seenPassing + seenFailing - lostPassing - lostFailing);
  }

  private static Tally tally(int passed, int failed, int unknown) {
    return new Tally(Math.max(0, passed), Math.max(0, failed), 0, Math.max(0, unknown));
  }
}
