package dev.plumbline.inventory.fact.reach;

/** Whether somebody is meant. */
enum Match {
  NO,
  MAYBE,
  YES;

  static Match of(boolean meant) {
    return meant ? YES : NO;
  }

  Match or(Match other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Match and(Match other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Match not() {
    return values()[YES.ordinal() - ordinal()];
  }
}
