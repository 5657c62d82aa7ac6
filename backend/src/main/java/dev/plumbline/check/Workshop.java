package dev.plumbline.check;

import dev.plumbline.inventory.Snapshot;
import java.util.List;
import java.util.Optional;

/** Where checks that customers write are read, compiled and tried. */
public interface Workshop {

  /**
   * A check as its file tells it, compiled.
   *
   * @param id begins with {@link Check#OWN}
   * @param yaml in the form of a shipped {@code check.yaml}
   * @throws FlawedCheck saying where it is wrong
   */
  Check read(String id, String yaml);

  /**
   * A check that was {@link #read} before, by whichever version; where it can no longer be read,
   * one that says so of whatever it is asked to judge.
   */
  Check accepted(String id, String yaml);

  /** What a check that was {@link #read} says of a snapshot. */
  Trial tryOut(Check check, Snapshot snapshot);

  /**
   * What a check that was {@link #read} says of the fixtures in its file; empty where it has none.
   *
   * @param yaml the same text that it was read from
   */
  Optional<Rehearsal> rehearse(Check check, String yaml);

  /** Words a check may name as its objective, in order. */
  List<String> objectives();

  /** Names of the facts a check may need, in order. */
  List<String> facts();
}
