package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.fact.rbac.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A power that a rule gives, for all objects or for those named. */
record Right(Power power, Rule rule, Set<String> names) {

  static List<Right> of(List<Rule> rules) {
    List<Right> rights = new ArrayList<>();
    for (Rule rule : rules) {
      for (Power power : Power.values()) {
        if (power.in(rule)) {
          rights.add(new Right(power, rule, power.names(rule)));
        }
      }
    }
    return rights;
  }
}
