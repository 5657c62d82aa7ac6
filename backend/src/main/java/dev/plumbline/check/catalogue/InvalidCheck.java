package dev.plumbline.check.catalogue;

/** A check.yaml that cannot be used; names file and key. */
public final class InvalidCheck extends RuntimeException {

  InvalidCheck(String file, String key, String problem) {
    super(file + ": " + (key.isEmpty() ? "" : key + ": ") + problem);
  }
}
