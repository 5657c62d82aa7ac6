package dev.plumbline.compliance;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An edition told by what differs from another.
 *
 * @param prefix of the names by which checks point at it
 * @param moved number in the other edition to number here
 */
record Edition(Framework base, String prefix, Map<String, String> moved) {

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Comparator<String> BY_NUMBER = Comparator.comparing(Edition::padded);

  /** The other edition's controls under their numbers here, those that differ, and new ones. */
  List<Control> with(List<Control> own) {
    var controls = new TreeMap<String, Control>(BY_NUMBER);
    base.controls().forEach(control -> controls.put(number(control), here(control)));
    own.forEach(control -> controls.put(control.id(), control));
    return List.copyOf(controls.values());
  }

  private Control here(Control control) {
    String number = number(control);
    return control.as(number, prefix + "/" + number);
  }

  private String number(Control control) {
    return moved.getOrDefault(control.id(), control.id());
  }

  private static String padded(String id) {
    return NUMBER
        .matcher(id)
        .replaceAll(
            digits -> "0".repeat(Math.max(0, 6 - digits.group().length())) + digits.group());
  }
}
