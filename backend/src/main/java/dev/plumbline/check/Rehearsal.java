package dev.plumbline.check;

import java.util.List;

/**
 * What an own check says of the fixtures that came with it.
 *
 * @param offences that were announced and found
 * @param passed objects that passed where nothing is announced
 * @param problems where it says other than announced, a sentence each; empty where all holds
 */
public record Rehearsal(int offences, int passed, List<String> problems, Cost cost) {

  public Rehearsal {
    problems = List.copyOf(problems);
  }

  public boolean holds() {
    return problems.isEmpty();
  }
}
