package dev.plumbline.check.engine;

import dev.plumbline.check.cel.EvaluationFailed;
import dev.plumbline.check.cel.Terms.Member;
import dev.plumbline.inventory.fact.InChecks;
import dev.plumbline.inventory.shape.Shapes;
import dev.plumbline.inventory.shape.Type;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** The member functions of a fact's record. */
final class Members {

  private Members() {}

  static List<Member> of(Class<?> record) {
    return Arrays.stream(record.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(InChecks.class))
        .map(method -> member(record, method))
        .toList();
  }

  private static Member member(Class<?> record, Method method) {
    method.setAccessible(true);
    Class<?>[] parameters = method.getParameterTypes();
    return new Member(
        method.getName(),
        (Type.Struct) Shapes.type(record),
        Arrays.stream(method.getGenericParameterTypes()).map(Shapes::type).toList(),
        Shapes.type(method.getGenericReturnType()),
        arguments -> call(method, parameters, arguments));
  }

  private static Object call(Method method, Class<?>[] parameters, List<Object> given) {
    if (!(given.getFirst() instanceof RecordView view)
        || !method.getDeclaringClass().isInstance(view.record())) {
      throw new EvaluationFailed(method.getName() + " is not a function of this value");
    }
    try {
      Object result = Plain.of(method.invoke(view.record(), arguments(parameters, given)));
      if (result == null) {
        throw new EvaluationFailed(method.getName() + " has no result");
      }
      return result;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new EvaluationFailed(method.getName() + ": " + e.getCause());
    }
  }

  private static Object[] arguments(Class<?>[] parameters, List<Object> given) {
    var arguments = new Object[given.size() - 1];
    for (int i = 0; i < arguments.length; i++) {
      Object one = given.get(i + 1);
      arguments[i] =
          parameters[i] == int.class && one instanceof Long whole ? Math.toIntExact(whole) : one;
    }
    return arguments;
  }
}
