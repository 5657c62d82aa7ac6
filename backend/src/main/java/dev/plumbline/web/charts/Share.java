package dev.plumbline.web.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * How many of a whole passed, failed, could not be judged, or are for people: the ruler.
 *
 * @param attested for people, and stated by one
 * @param people for people, and not stated yet
 * @param other the provider's duty, not applicable, or not in a cluster at all
 */
public record Share(long pass, long fail, long unknown, long attested, long people, long other) {

  /** What a machine alone judges. */
  public static Share judged(long pass, long fail, long unknown) {
    return new Share(pass, fail, unknown, 0, 0, 0);
  }

  public long total() {
    return machine() + manual() + other;
  }

  /** Passed among what a machine judges, in percent, rounded down. */
  public long percent() {
    return machine() == 0 ? 0 : 100 * pass / machine();
  }

  /** What a machine judges. */
  public long machine() {
    return pass + fail + unknown;
  }

  /** What is left to people, stated or not. */
  public long manual() {
    return attested + people;
  }

  /** The blocks, in fixed order, empty ones left out. */
  public List<Piece> pieces() {
    var css = List.of("c-pass", "c-fail", "c-unk", "c-att", "c-man", "c-na");
    var counts = List.of(pass, fail, unknown, attested, people, other);
    var pieces = new ArrayList<Piece>();
    long before = 0;
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i) > 0) {
        pieces.add(Piece.of(css.get(i), 100.0 * before / total(), 100.0 * counts.get(i) / total()));
      }
      before += counts.get(i);
    }
    return pieces;
  }

  /** The bar in words. */
  public String label() {
    return pass
        + " pass, "
        + fail
        + " fail, "
        + unknown
        + " unknown"
        + (manual() == 0 ? "" : ", " + manual() + " for people")
        + (other == 0 ? "" : ", " + other + " elsewhere");
  }

  /** The same without what is left to people or elsewhere. */
  public Share machineOnly() {
    return judged(pass, fail, unknown);
  }
}
