package dev.plumbline.check.engine;

import dev.plumbline.check.Outcome;
import dev.plumbline.check.Outcome.Offence;
import dev.plumbline.check.Outcome.Reason;
import dev.plumbline.check.cel.EvaluationFailed;
import dev.plumbline.check.cel.UnknownAnswer;
import dev.plumbline.check.engine.Rule.Scope;
import dev.plumbline.check.engine.Subject.Look;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one subject by one check. */
final class Judge {

  static final Outcome PASS = new Outcome.Pass();

  private final Scope scope;
  private Map<String, Boolean> injected = Map.of();
  private Outcome.@Nullable Unknown unknown;

  private Judge(Scope scope) {
    this.scope = scope;
  }

  static Outcome outcome(Scope scope, Subject subject) {
    if (subject.unknown().isPresent()) {
      return subject.unknown().get();
    }
    List<Look> looks = subject.looks();
    if (looks.size() == 1 && looks.getFirst().template().isEmpty()) {
      return alone(scope, looks.getFirst().variables());
    }
    var judge = new Judge(scope);
    looks.forEach(judge::look);
    return judge.outcome();
  }

  /** The only look, with nothing to compare it with. */
  private static Outcome alone(Scope scope, Map<String, Object> variables) {
    try {
      List<?> offenders = offenders(scope, variables);
      return offenders.isEmpty() ? PASS : new Outcome.Fail(seen(scope, variables, offenders));
    } catch (UnknownAnswer e) {
      return e.outcome();
    } catch (EvaluationFailed e) {
      return error(String.valueOf(e.getMessage()));
    }
  }

  private static List<Offence> seen(Scope scope, Map<String, Object> variables, List<?> offenders) {
    return offenders.size() == 1
        ? List.of(new Offence(message(scope, variables, offenders.getFirst()), false))
        : messages(scope, variables, offenders).stream()
            .map(message -> new Offence(message, false))
            .toList();
  }

  /** An offence that was seen stands, whatever else is unknown. */
  private Outcome outcome() {
    if (!injected.isEmpty()) {
      return new Outcome.Fail(
          injected.entrySet().stream().map(e -> new Offence(e.getKey(), e.getValue())).toList());
    }
    return unknown == null ? PASS : unknown;
  }

  private void look(Look look) {
    try {
      Set<String> messages = messages(look.variables());
      if (!messages.isEmpty()) {
        injected = injected.isEmpty() ? new LinkedHashMap<>() : injected;
        Set<String> declared = look.template().map(this::messages).orElse(messages);
        messages.forEach(m -> injected.merge(m, !declared.contains(m), Boolean::logicalAnd));
      }
    } catch (UnknownAnswer e) {
      unknown = e.outcome();
    } catch (EvaluationFailed e) {
      unknown = error(String.valueOf(e.getMessage()));
    }
  }

  private Set<String> messages(Map<String, Object> variables) {
    return messages(scope, variables, offenders(scope, variables));
  }

  private static Set<String> messages(
      Scope scope, Map<String, Object> variables, List<?> offenders) {
    var messages = new LinkedHashSet<String>();
    offenders.forEach(offender -> messages.add(message(scope, variables, offender)));
    return messages;
  }

  private static List<?> offenders(Scope scope, Map<String, Object> variables) {
    Object offenders = scope.offenders().expression().evaluate(variables);
    if (offenders instanceof List<?> list) {
      return list;
    }
    throw new EvaluationFailed("offenders: not a list but " + type(offenders));
  }

  private static String message(Scope scope, Map<String, Object> variables, Object offender) {
    Object message = scope.message().expression().evaluate(new WithOffender(variables, offender));
    if (message instanceof String text) {
      return text;
    }
    throw new EvaluationFailed("message: not a text but " + type(message));
  }

  private static Outcome.Unknown error(String detail) {
    return new Outcome.Unknown(Reason.ERROR, detail);
  }

  private static String type(Object value) {
    return value.getClass().getSimpleName();
  }
}
