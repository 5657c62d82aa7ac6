package dev.plumbline.check.engine;

import dev.plumbline.check.Memory;
import dev.plumbline.check.Outcome;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sheets of all words, by word. */
record Recollection(Map<String, Sheet> sheets, long bytes) implements Memory {

  static Recollection of(List<Sheet> sheets) {
    Set<Outcome> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    long bytes = sheets.stream().mapToLong(sheet -> sheet.bytes(counted)).sum();
    return new Recollection(
        sheets.stream().collect(Collectors.toMap(s -> s.layout().word(), Function.identity())),
        bytes);
  }
}
