package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.fact.admission.cel.Expression;
import dev.plumbline.inventory.fact.admission.cel.Failed;
import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.cel.Null;
import dev.plumbline.inventory.fact.admission.cel.Variables;
import dev.plumbline.inventory.fact.admission.probe.Trial;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request as a policy written in CEL sees it. */
final class CelRequest implements Variables {

  private final CelPolicy policy;
  private final Form form;
  private final Trial trial;
  private final SeenNamespace namespace;
  private final Object params;
  private final boolean byController;
  private final Meter meter;
  private final Map<String, Object> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  CelRequest(
      CelPolicy policy,
      Form form,
      Trial trial,
      SeenNamespace namespace,
      Object params,
      boolean byController,
      Meter meter) {
    this.policy = policy;
    this.form = form;
    this.trial = trial;
    this.namespace = namespace;
    this.params = params;
    this.byController = byController;
    this.meter = meter;
  }

  /** Whether a demand is met, or not made of this request. */
  boolean admits(Expression validation) {
    meter.begin();
    Optional<Boolean> asked = asked(policy.conditions());
    if (asked.isEmpty()) {
      return !policy.failsClosed();
    }
    return !asked.get() || holds(validation).orElse(!policy.failsClosed());
  }

  /** Empty where an error leaves it open; a condition that is false decides before errors. */
  Optional<Boolean> asked(List<Expression> conditions) {
    boolean failed = false;
    for (Expression condition : conditions) {
      Optional<Boolean> holds = holds(condition);
      if (holds.isPresent() && !holds.get()) {
        return holds;
      }
      failed |= holds.isEmpty();
    }
    return failed ? Optional.empty() : Optional.of(true);
  }

  private Optional<Boolean> holds(Expression expression) {
    try {
      return Optional.of(expression.holds(this, meter));
    } catch (Failed e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Object> find(String name) {
    return switch (name) {
      case "object" -> Optional.of(inNamespace(trial.pod()));
      case "oldObject" ->
          trial.old().<Object>map(this::inNamespace).or(() -> Optional.of(Null.NULL));
      case "params" -> Optional.of(params);
      case "namespaceObject" -> Optional.of(namespace.document());
      case "request" -> Optional.of(namespace.placed(Requests.fields(trial, form, byController)));
      case "variables" -> Optional.of(new Named());
      default -> Optional.empty();
    };
  }

  private Map<String, Object> inNamespace(Map<String, Object> pod) {
    return Requests.object(pod, form, namespace);
  }

  /** The policy's own variables; each is evaluated when it is first read. */
  private final class Named extends AbstractMap<String, Object> {

    @Override
    public @Nullable Object get(@Nullable Object name) {
      Expression expression = policy.variables().get(String.valueOf(name));
      if (expression == null) {
        return null;
      }
      Object value = value(String.valueOf(name), expression);
      if (value instanceof Failed failed) {
        throw failed;
      }
      return value;
    }

    private Object value(String name, Expression expression) {
      Object value = known.get(name);
      if (value == null) {
        if (!open.add(name)) {
          throw new NotUnderstood("has a variable that uses itself");
        }
        value = evaluated(expression);
        known.put(name, value);
      }
      return value;
    }

    private Object evaluated(Expression expression) {
      try {
        return expression.value(CelRequest.this, meter);
      } catch (Failed failed) {
        return failed;
      }
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
      return policy.variables().containsKey(name);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      throw new NotUnderstood("loops over its variables");
    }
  }
}
