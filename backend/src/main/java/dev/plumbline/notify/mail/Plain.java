package dev.plumbline.notify.mail;

/** Names that strangers chose, made fit for one line of a mail. */
final class Plain {

  private Plain() {}

  /** One line without control or formatting characters, at most {@code length} characters long. */
  static String line(String text, int length) {
    String line = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    return line.codePointCount(0, line.length()) <= length
        ? line
        : line.substring(0, line.offsetByCodePoints(0, length)) + "…";
  }

  /** A part of a file's name. */
  static String name(String text) {
    return text.replaceAll("[^A-Za-z0-9._-]+", "-");
  }
}
