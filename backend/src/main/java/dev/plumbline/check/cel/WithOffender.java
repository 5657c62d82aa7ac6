package dev.plumbline.check.cel;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Variables and one offender, of whom a message speaks, without a copy. */
public final class WithOffender extends AbstractMap<String, Object> {

  static final String NAME = "offender";

  private final Map<String, Object> variables;
  private final Object offender;

  public WithOffender(Map<String, Object> variables, Object offender) {
    this.variables = variables;
    this.offender = offender;
  }

  Map<String, Object> variables() {
    return variables;
  }

  Object offender() {
    return offender;
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
