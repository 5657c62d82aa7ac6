package dev.plumbline.scan;

/** A scan that cannot be done; says why in words for people, without secrets. */
final class ScanFailed extends RuntimeException {

  ScanFailed(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
