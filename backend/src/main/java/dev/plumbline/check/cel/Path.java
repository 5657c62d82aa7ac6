package dev.plumbline.check.cel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code a.?b.?c} in one step. */
final class Path extends Node.Maybe {

  private final Node from;
  private final String[] names;

  Path(Node from, String[] names) {
    this.from = from;
    this.names = names;
  }

  Path then(String name) {
    String[] longer = Arrays.copyOf(names, names.length + 1);
    longer[names.length] = name;
    return new Path(from, longer);
  }

  @Override
  @Nullable Object find(Object[] slots) {
    Object value = value(from, slots);
    for (String name : names) {
      value = Selections.get(value, name);
      if (value == null) {
        return null;
      }
    }
    return value;
  }

  @Override
  void writeFind(Assembly to) {
    int known = to.known(from, names);
    if (known == 0) {
      from.write(to);
      writeFrom(0, to);
    } else if (known < names.length) {
      to.ifThere(() -> writeFrom(known, to));
    }
  }

  private void writeFrom(int place, Assembly to) {
    Selections.writeGet(names[place], to);
    if (place + 1 < names.length) {
      to.ifThere(() -> writeFrom(place + 1, to));
    }
  }
}
