package dev.plumbline.compliance;

/** A framework file that cannot be used; the message names file and key. */
public final class MalformedFramework extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedFramework(String file, String place, String problem) {
    super(file + (place.isEmpty() ? "" : ", " + place) + ": " + problem);
  }
}
