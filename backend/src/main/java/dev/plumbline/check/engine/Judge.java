package dev.plumbline.check.engine;

import dev.plumbline.check.Outcome;
import dev.plumbline.check.Outcome.Offence;
import dev.plumbline.check.Outcome.Reason;
import dev.plumbline.check.cel.EvaluationFailed;
import dev.plumbline.check.cel.UnknownAnswer;
import dev.plumbline.check.cel.WithOffender;
import dev.plumbline.check.engine.Rule.Scope;
import dev.plumbline.check.engine.Subject.Look;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges one subject by one check. */
final class Judge {

  static final Outcome PASS = new Outcome.Pass();

  /** So many are compared quicker than hashed. */
  private static final int FEW = 8;

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
    Map<String, Object> alone = subject.alone();
    if (alone != null) {
      return alone(scope, alone);
    }
    var judge = new Judge(scope);
    subject.looks().forEach(judge::look);
    return judge.outcome();
  }

  /** The only look, with nothing to compare it with. */
  private static Outcome alone(Scope scope, Map<String, Object> variables) {
    try {
      List<?> offenders = offenders(scope, variables);
      return offenders.isEmpty() ? PASS : seen(scope, variables, offenders);
    } catch (UnknownAnswer e) {
      return e.outcome();
    } catch (EvaluationFailed e) {
      return error(String.valueOf(e.getMessage()));
    }
  }

  private static Outcome seen(Scope scope, Map<String, Object> variables, List<?> offenders) {
    if (scope.always().isPresent()) {
      return scope.always().get();
    }
    if (offenders.size() == 1) {
      return fail(message(scope, variables, offenders.get(0)));
    }
    var offences = new ArrayList<Offence>(offenders.size());
    for (String message : messages(scope, variables, offenders)) {
      offences.add(new Offence(message, false));
    }
    return new Outcome.Fail(offences);
  }

  /** One offence of a thing that was looked at once. */
  static Outcome.Fail fail(String message) {
    return new Outcome.Fail(List.of(new Offence(message, false)));
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
      Collection<String> messages = messages(look.variables());
      if (!messages.isEmpty()) {
        injected = injected.isEmpty() ? new LinkedHashMap<>() : injected;
        Collection<String> declared = look.template().map(this::messages).orElse(messages);
        messages.forEach(m -> injected.merge(m, !declared.contains(m), Boolean::logicalAnd));
      }
    } catch (UnknownAnswer e) {
      unknown = e.outcome();
    } catch (EvaluationFailed e) {
      unknown = error(String.valueOf(e.getMessage()));
    }
  }

  private Collection<String> messages(Map<String, Object> variables) {
    return messages(scope, variables, offenders(scope, variables));
  }

  /** Each once. */
  private static Collection<String> messages(
      Scope scope, Map<String, Object> variables, List<?> offenders) {
    Collection<String> messages =
        offenders.size() > FEW ? new LinkedHashSet<>() : new ArrayList<>(offenders.size());
    for (int i = 0; i < offenders.size(); i++) {
      String message = message(scope, variables, offenders.get(i));
      if (!messages.contains(message)) {
        messages.add(message);
      }
    }
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
