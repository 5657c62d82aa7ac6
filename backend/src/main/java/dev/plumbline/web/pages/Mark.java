package dev.plumbline.web.pages;

/** An outcome as a shape with its word: round is what a machine saw, square what a person said. */
public record Mark(Kind kind, String words) {

  /** The shapes. */
  public enum Kind {
    PASS("pass"),
    FAIL("fail"),
    UNKNOWN("unknown"),
    NOT_APPLICABLE("na"),
    EXCEPTED("excepted"),
    OPEN("manual"),
    ATTESTED("attested"),
    EXPIRED("expired"),
    RUNNING("run");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  public static Mark pass(String words) {
    return new Mark(Kind.PASS, words);
  }

  public static Mark fail(String words) {
    return new Mark(Kind.FAIL, words);
  }

  public static Mark unknown(String words) {
    return new Mark(Kind.UNKNOWN, words);
  }

  /** The class that colours it. */
  public String css() {
    return kind == Kind.RUNNING ? "run" : "out-" + kind.key;
  }

  /** The symbol of the sprite. */
  public String symbol() {
    return kind == Kind.RUNNING ? "#i-run" : "#o-" + kind.key;
  }
}
