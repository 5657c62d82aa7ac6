package dev.plumbline.check.catalogue;

/** A check.yaml that cannot be used; names file and key. */
public final class InvalidCheck extends RuntimeException {

  private final String key;
  private final String problem;

  InvalidCheck(String file, String key, String problem) {
    super(file + ": " + (key.isEmpty() ? "" : key + ": ") + problem);
    this.key = key;
    this.problem = problem;
  }

  String key() {
    return key;
  }

  String problem() {
    return problem;
  }
}
