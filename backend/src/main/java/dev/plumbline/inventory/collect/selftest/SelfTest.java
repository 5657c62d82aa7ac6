package dev.plumbline.inventory.collect.selftest;

import dev.plumbline.inventory.Kind;
import java.util.List;

/**
 * What a credential may do, against what is needed.
 *
 * @param reached whether the server answered
 * @param reason why it did not, for people; empty when it did
 * @param serverVersion {@code gitVersion}, empty when it did not tell
 * @param answers one per kind that the reader role asks for, in its order
 * @param excessive rights beyond reading, each a sentence
 */
public record SelfTest(
    boolean reached,
    String reason,
    String serverVersion,
    List<Answer> answers,
    List<String> excessive) {

  public SelfTest {
    answers = List.copyOf(answers);
    excessive = List.copyOf(excessive);
  }

  static SelfTest notReached(String reason) {
    return new SelfTest(false, reason, "", List.of(), List.of());
  }

  /**
   * Whether one kind can be read.
   *
   * @param resource as kubectl names it, such as {@code deployments.apps}
   * @param verb the one needed
   * @param namespaces of those that were asked about, the ones where it can be read while it cannot
   *     everywhere
   */
  public record Answer(
      Kind kind, String resource, String verb, Right right, List<String> namespaces) {

    public Answer {
      namespaces = namespaces == null ? List.of() : List.copyOf(namespaces);
    }
  }

  /** What the server said of one right. */
  public enum Right {
    /** It is there, in every namespace. */
    GRANTED,
    /** It is there in some namespaces. */
    IN_NAMESPACES,
    /** It is not. */
    MISSING,
    /** The server cannot list all rights, and reading it was not answered either. */
    UNTOLD
  }

  /** Rights that are not there in every namespace. */
  public List<Answer> missing() {
    return answers.stream()
        .filter(answer -> answer.right() == Right.MISSING || answer.right() == Right.IN_NAMESPACES)
        .toList();
  }
}
