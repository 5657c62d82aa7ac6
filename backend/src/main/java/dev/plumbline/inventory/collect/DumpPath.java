package dev.plumbline.inventory.collect;

import java.util.Arrays;

/**
 * A file's place in an archive, which must be an ordinary one below it.
 *
 * @param folder without the file's name, empty at the top
 * @param file name only
 */
record DumpPath(String folder, String file) {

  private static final int LONGEST = 300;
  private static final int DEEPEST = 5;

  static DumpPath of(String path) {
    String plain = path.startsWith("./") ? path.substring(2) : path;
    if (odd(plain)) {
      throw new DumpRefused("The archive has a file at an odd path: " + shown(path));
    }
    int slash = plain.lastIndexOf('/');
    return new DumpPath(slash < 0 ? "" : plain.substring(0, slash), plain.substring(slash + 1));
  }

  String shown() {
    return shown(folder.isEmpty() ? file : folder + "/" + file);
  }

  /** A name of someone else's choice, short and without control characters. */
  static String shown(String name) {
    String clean = name.replaceAll("\\p{C}", "?");
    return clean.length() <= 120 ? clean : clean.substring(0, 117) + "...";
  }

  private static boolean odd(String path) {
    return path.length() > LONGEST
        || path.startsWith("/")
        || path.contains("\\")
        || path.chars().anyMatch(Character::isISOControl)
        || path.split("/", -1).length > DEEPEST
        || Arrays.asList(path.split("/", -1)).contains("..")
        || path.matches("[A-Za-z]:.*");
  }
}
