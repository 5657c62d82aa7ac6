package dev.plumbline.notify;

/** What the other side said. */
public sealed interface Receipt {

  /** What it said, for the delivery log; holds no secret. */
  String detail();

  /** It took the news. */
  record Accepted(String detail) implements Receipt {}

  /** It will not take it, however often it is asked. */
  record Refused(String detail) implements Receipt {}

  /** It did not take it yet, or nobody knows whether it did. */
  record Unclear(String detail) implements Receipt {}
}
