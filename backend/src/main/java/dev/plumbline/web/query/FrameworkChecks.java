package dev.plumbline.web.query;

import dev.plumbline.compliance.Control;
import dev.plumbline.compliance.ControlEvaluator;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Frameworks;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which checks a framework, or one control of it, asks for. */
@Component
public class FrameworkChecks {

  private final Frameworks frameworks;
  private final ControlEvaluator evaluator;

  FrameworkChecks(Frameworks frameworks, ControlEvaluator evaluator) {
    this.frameworks = frameworks;
    this.evaluator = evaluator;
  }

  /**
   * Whether a name is a framework's id, or {@code framework/control}.
   *
   * @param at by the text in force at this instant; empty for now
   */
  public boolean knows(String name, Optional<Instant> at) {
    return frameworks.find(framework(name), at).isPresent();
  }

  /**
   * Ids of checks; empty when the name is not known.
   *
   * @param at by the text in force at this instant; empty for now
   */
  public Set<String> checks(String name, Optional<Instant> at) {
    String control = control(name);
    return frameworks
        .find(framework(name), at)
        .map(found ->
            found.controls().stream()
                .filter(one -> control.isEmpty() || one.id().equals(control))
                .flatMap(one -> checks(found, one).stream())
                .collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  /** Ids of the checks of one control: those that name it, or those of its objectives. */
  public Set<String> checks(Framework framework, Control control) {
    return evaluator.checks(framework, control);
  }

  private static String framework(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  private static String control(String name) {
    return Optional.of(name.indexOf('/'))
        .filter(slash -> slash >= 0)
        .map(slash -> name.substring(slash + 1))
        .orElse("");
  }
}
