package dev.plumbline.inventory.fact.admission.rule;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.condition.Operators;
import dev.plumbline.inventory.fact.admission.jmespath.Failed;
import dev.plumbline.inventory.fact.admission.jmespath.Missing;
import dev.plumbline.inventory.fact.admission.pattern.Outcome;
import dev.plumbline.inventory.fact.admission.pattern.Patterns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule of Kyverno that can be run. */
public final class Validation {

  private static final Set<String> FORMS = Set.of("deny", "pattern", "anyPattern", "foreach");

  private final Map<String, Object> rule;
  private final boolean failsClosed;
  private final Variables variables;
  private final Conditions conditions;
  private final Context context;
  private final Patterns patterns;

  /**
   * A rule.
   *
   * @param first whether it is its policy's first: later ones see whole numbers of the object as
   *     what Kyverno counts, which its expressions do not compare
   * @param failsClosed whether an error refuses
   */
  public Validation(Map<String, Object> rule, boolean first, boolean failsClosed, Meter meter) {
    this.rule = rule;
    this.failsClosed = failsClosed;
    this.variables = new Variables(meter, first);
    this.conditions = new Conditions(variables, new Operators(meter));
    this.context = new Context(variables);
    this.patterns = new Patterns(meter);
  }

  /** Whether a rule is written in a form that is run here. */
  public static boolean runs(Map<String, Object> rule) {
    return Documents.map(rule, "validate").keySet().stream().anyMatch(FORMS::contains);
  }

  /**
   * Whether the rule looks at a request.
   *
   * @param names with {@code request} among them
   */
  public boolean asks(Names names) {
    try {
      return conditions.met(rule.get("preconditions"), declared(rule, names));
    } catch (Failed e) {
      throw new NotUnderstood("has preconditions that fail: " + e.why());
    }
  }

  /**
   * Whether it lets a request in.
   *
   * @param object what the request is about
   * @throws NotUnderstood also where Kyverno finds an error
   */
  public boolean admits(Names names, Map<String, Object> object) {
    if (!asks(names)) {
      return true;
    }
    try {
      Map<String, Object> validate = Documents.map(rule, "validate");
      return judge(validate, declared(rule, names), object, 0) != Outcome.FAILED;
    } catch (Failed e) {
      throw new NotUnderstood("fails on some pods: " + e.why());
    }
  }

  private Names declared(Map<String, Object> block, Names names) {
    return context.declared(Documents.maps(block, "context"), names);
  }

  private Outcome judge(
      Map<String, Object> block, Names names, Map<String, Object> object, int depth) {
    if (block.containsKey("deny")) {
      Object denied = Documents.map(block, "deny").get("conditions");
      return conditions.met(denied, names) ? Outcome.FAILED : Outcome.MET;
    }
    if (block.containsKey("pattern")) {
      return matched(List.of(Documents.map(block, "pattern")), names, object);
    }
    if (block.containsKey("anyPattern")) {
      return matched(Documents.maps(block, "anyPattern"), names, object);
    }
    return loops(Documents.maps(block, "foreach"), names, object, depth);
  }

  /** One of several is enough; where none is met, those that are not about it do not count. */
  private Outcome matched(List<Map<String, Object>> all, Names names, Map<String, Object> object) {
    boolean failed = false;
    for (Object pattern : (List<?>) required(variables.in(all, names))) {
      Outcome outcome = patterns.of(object, required(pattern));
      if (outcome == Outcome.MET) {
        return outcome;
      }
      failed |= outcome == Outcome.FAILED;
    }
    if (failed && !failsClosed) {
      throw new NotUnderstood("lets in what it cannot judge");
    }
    return failed ? Outcome.FAILED : Outcome.SKIPPED;
  }

  private static Object required(@Nullable Object value) {
    if (value == null) {
      throw new NotUnderstood("has a pattern of nothing");
    }
    return value;
  }

  private Outcome loops(
      List<Map<String, Object>> loops, Names names, Map<String, Object> object, int depth) {
    boolean met = false;
    for (Map<String, Object> loop : loops) {
      Outcome outcome = loop(loop, names, object, depth);
      if (outcome == Outcome.FAILED) {
        return outcome;
      }
      met |= outcome == Outcome.MET;
    }
    return met ? Outcome.MET : Outcome.SKIPPED;
  }

  /** A list that is not there has no elements. */
  private Outcome loop(
      Map<String, Object> loop, Names names, Map<String, Object> object, int depth) {
    List<?> elements;
    try {
      elements = elements(variables.query(Documents.text(loop, "list"), names));
    } catch (Missing e) {
      return Outcome.SKIPPED;
    }
    boolean met = false;
    for (int i = 0; i < elements.size(); i++) {
      Object element = elements.get(i);
      Outcome outcome =
          element == null
              ? Outcome.SKIPPED
              : element(
                  loop, named(names, element, i, depth), scoped(loop, element, object), depth);
      if (outcome == Outcome.FAILED) {
        return outcome;
      }
      met |= outcome == Outcome.MET;
    }
    return met ? Outcome.MET : Outcome.SKIPPED;
  }

  private static List<?> elements(@Nullable Object found) {
    if (found == null) {
      return List.of();
    }
    return found instanceof List<?> list ? list : List.of(found);
  }

  /** Indices count as what Kyverno counts. */
  private static Names named(Names names, Object element, int index, int depth) {
    return names
        .with("element" + depth, element)
        .with("elementIndex" + depth, index)
        .with("element", element)
        .with("elementIndex", index);
  }

  /** What the patterns of a loop are held against. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> scoped(
      Map<String, Object> loop, Object element, Map<String, Object> object) {
    boolean map = element instanceof Map<?, ?>;
    Object wanted = loop.getOrDefault("elementScope", map);
    if (Boolean.TRUE.equals(wanted) && !map) {
      throw new NotUnderstood("takes for a map what is none");
    }
    return Boolean.TRUE.equals(wanted) ? (Map<String, Object>) element : object;
  }

  /** An element whose preconditions fail is passed over. */
  private Outcome element(
      Map<String, Object> loop, Names names, Map<String, Object> object, int depth) {
    Names all = declared(loop, names);
    try {
      if (!conditions.met(loop.get("preconditions"), all)) {
        return Outcome.SKIPPED;
      }
    } catch (Failed e) {
      return Outcome.SKIPPED;
    }
    return judge(loop, all, object, depth + 1);
  }
}
