package dev.plumbline.check.engine;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of a look and one offender, without a copy. */
final class WithOffender extends AbstractMap<String, Object> {

  private static final String NAME = "offender";

  private final Map<String, Object> variables;
  private final Object offender;

  WithOffender(Map<String, Object> variables, Object offender) {
    this.variables = variables;
    this.offender = offender;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return NAME.equals(name) ? offender : variables.get(name);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    var all = new HashMap<>(variables);
    all.put(NAME, offender);
    return all.entrySet();
  }
}
