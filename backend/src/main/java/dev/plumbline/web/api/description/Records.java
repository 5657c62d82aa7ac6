package dev.plumbline.web.api.description;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** The records of ours that handlers take and answer, by the name their schema has. */
final class Records {

  private final Map<String, Class<?>> found = new LinkedHashMap<>();

  private Records() {}

  static Map<String, Class<?>> of(Stream<HandlerMethod> handlers) {
    var records = new Records();
    handlers.forEach(handler -> {
      records.add(ResolvableType.forMethodReturnType(handler.getMethod()));
      Arrays.stream(handler.getMethodParameters())
          .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
          .forEach(parameter -> records.add(ResolvableType.forMethodParameter(parameter)));
    });
    return records.found;
  }

  private void add(ResolvableType type) {
    Class<?> raw = type.resolve();
    if (raw == null) {
      return;
    }
    if (raw.isRecord() && raw.getName().startsWith("dev.plumbline.")) {
      addRecord(raw, type);
    }
    for (ResolvableType argument : type.getGenerics()) {
      add(argument);
    }
  }

  private void addRecord(Class<?> type, ResolvableType resolved) {
    Class<?> other = resolved.hasGenerics() ? null : found.putIfAbsent(SchemaNames.of(type), type);
    if (other == null) {
      for (var component : type.getRecordComponents()) {
        Type declared = component.getGenericType();
        add(ResolvableType.forType(declared, resolved));
      }
    }
  }
}
