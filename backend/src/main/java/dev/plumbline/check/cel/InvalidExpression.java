package dev.plumbline.check.cel;

import java.util.List;

/** An expression that does not compile; says line and column. */
public final class InvalidExpression extends RuntimeException {

  private final String key;
  private final List<Issue> issues;

  public InvalidExpression(String message) {
    this("", message, List.of(new Issue(1, 1, message)));
  }

  public InvalidExpression(String key, String message, List<Issue> issues) {
    super(message, null, false, true);
    this.key = key;
    this.issues = List.copyOf(issues);
  }

  /**
   * One thing that is wrong.
   *
   * @param line counted from 1
   * @param column counted from 1
   */
  public record Issue(int line, int column, String detail) {}

  /** The key of the check's file, empty when not known. */
  public String key() {
    return key;
  }

  public List<Issue> issues() {
    return issues;
  }
}
