package dev.plumbline.inventory.collect.live;

import java.util.List;

/**
 * Where to look for a kind that may not be listed in all namespaces at once.
 *
 * @param all whether these are all there are
 */
record Namespaces(List<String> names, boolean all) {

  /** At most so many are read one by one. */
  static final int MOST = 500;

  Namespaces {
    names = List.copyOf(names);
  }

  List<String> first() {
    return names.subList(0, Math.min(MOST, names.size()));
  }

  /** What was read, for people. */
  String told(List<String> read, String resource) {
    return "cannot list "
        + resource
        + " in all namespaces; read in "
        + String.join(", ", read.subList(0, Math.min(20, read.size())))
        + (read.size() > 20 ? " and " + (read.size() - 20) + " more" : "")
        + (all ? " of " + names.size() : "");
  }
}
