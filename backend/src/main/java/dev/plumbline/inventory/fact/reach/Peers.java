package dev.plumbline.inventory.fact.reach;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Endpoints by number; the number after the last one stands for addresses outside.
 *
 * @param rest whether all others are meant
 */
record Peers(int[] yes, int[] maybe, Match rest) {

  static final Peers EVERYONE = new Peers(new int[0], new int[0], Match.YES);

  static Peers of(BitSet yes, BitSet maybe) {
    return new Peers(yes.stream().toArray(), maybe.stream().toArray(), Match.NO);
  }

  Match match(int number) {
    if (rest == Match.YES || Arrays.binarySearch(yes, number) >= 0) {
      return Match.YES;
    }
    return rest == Match.MAYBE || Arrays.binarySearch(maybe, number) >= 0 ? Match.MAYBE : Match.NO;
  }
}
