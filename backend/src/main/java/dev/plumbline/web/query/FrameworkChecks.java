package dev.plumbline.web.query;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.compliance.Concept;
import dev.plumbline.compliance.Control;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Frameworks;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which checks a framework, or one control of it, asks for. */
@Component
public class FrameworkChecks {

  private final Frameworks frameworks;
  private final Catalogue catalogue;

  FrameworkChecks(Frameworks frameworks, Catalogue catalogue) {
    this.frameworks = frameworks;
    this.catalogue = catalogue;
  }

  /** Whether a name is a framework's id, or {@code framework/control}. */
  public boolean knows(String name) {
    return frameworks.find(framework(name)).isPresent();
  }

  /** Ids of checks; empty when the name is not known. */
  public Set<String> checks(String name) {
    String control = control(name);
    return frameworks
        .find(framework(name))
        .map(found ->
            found.controls().stream()
                .filter(one -> control.isEmpty() || one.id().equals(control))
                .flatMap(one -> checks(found, one).stream())
                .collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  /** Ids of the checks of one control: those that name it, or those of its concepts. */
  public Set<String> checks(Framework framework, Control control) {
    String named = framework.id() + "/" + control.id();
    Set<String> concepts =
        frameworks.concepts(control).stream().map(Concept::id).collect(Collectors.toSet());
    return catalogue.all().stream()
        .filter(check ->
            check.benchmark().contains(named)
                || concepts.contains(check.id())
                || check.aliases().stream().anyMatch(concepts::contains))
        .map(Check::id)
        .collect(Collectors.toSet());
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
