package dev.plumbline.check;

import java.util.List;
import java.util.stream.Collectors;

/** A check that a customer wrote and that cannot be used; says all that is wrong with it. */
public final class FlawedCheck extends RuntimeException {

  private final List<Flaw> flaws;

  public FlawedCheck(List<Flaw> flaws) {
    super(flaws.stream().map(Flaw::words).collect(Collectors.joining("; ")), null, false, false);
    this.flaws = List.copyOf(flaws);
  }

  /** Never empty. */
  public List<Flaw> flaws() {
    return flaws;
  }
}
