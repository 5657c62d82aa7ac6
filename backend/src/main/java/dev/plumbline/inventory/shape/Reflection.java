package dev.plumbline.inventory.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.shape.Shape.Field;
import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the fields of model classes and of records. */
final class Reflection {

  private static final String MODEL = "io.fabric8.kubernetes.api.model.";
  private static final ClassLoader LOADER = AnyType.class.getClassLoader();
  private static final Map<Class<?>, Type> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, Type.TEXT),
          Map.entry(Boolean.class, Type.FLAG),
          Map.entry(boolean.class, Type.FLAG),
          Map.entry(Integer.class, Type.WHOLE),
          Map.entry(int.class, Type.WHOLE),
          Map.entry(Long.class, Type.WHOLE),
          Map.entry(long.class, Type.WHOLE),
          Map.entry(Double.class, Type.REAL),
          Map.entry(double.class, Type.REAL),
          Map.entry(Quantity.class, Type.ANY));

  private Reflection() {}

  /** The name of the shape of a class. */
  static String name(Class<?> type) {
    String name = type.getName();
    return name.startsWith(MODEL)
        ? "k8s." + name.substring(MODEL.length())
        : name.replace("dev.plumbline.inventory.", "").replace('$', '.');
  }

  /** The model class with this shape name. */
  static Optional<Class<?>> model(String name) {
    try {
      return name.startsWith("k8s.")
          ? Optional.of(Class.forName(MODEL + name.substring("k8s.".length()), false, LOADER))
          : Optional.empty();
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Records that the components of a record are made of; a workload is a word of its own. */
  static Stream<Class<?>> recordsIn(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .flatMap(component -> classes(component.getGenericType()))
        .filter(type -> type.isRecord() && type != Workload.class);
  }

  private static Stream<Class<?>> classes(java.lang.reflect.Type type) {
    return switch (type) {
      case Class<?> plain -> Stream.of(plain);
      case ParameterizedType generic ->
          Arrays.stream(generic.getActualTypeArguments()).flatMap(Reflection::classes);
      default -> Stream.of();
    };
  }

  static Shape shape(Class<?> type) {
    return new Shape(name(type), type.isRecord() ? components(type) : properties(type));
  }

  private static Map<String, Field> properties(Class<?> type) {
    var fields = new LinkedHashMap<String, Field>();
    for (var field : type.getDeclaredFields()) {
      JsonProperty property = field.getAnnotation(JsonProperty.class);
      if (property != null) {
        boolean always = Always.has(type.getSimpleName(), property.value());
        fields.put(property.value(), new Field(type(field.getGenericType()), always, Set.of()));
      }
    }
    return fields;
  }

  private static Map<String, Field> components(Class<?> record) {
    var fields = new LinkedHashMap<String, Field>();
    for (RecordComponent component : record.getRecordComponents()) {
      boolean always = component.getType() != Optional.class;
      fields.put(
          component.getName(), new Field(type(component.getGenericType()), always, Set.of()));
    }
    return fields;
  }

  static Type type(java.lang.reflect.Type type) {
    return switch (type) {
      case ParameterizedType generic -> generic(generic);
      case Class<?> plain -> plain(plain);
      default -> Type.ANY;
    };
  }

  private static Type generic(ParameterizedType type) {
    var raw = (Class<?>) type.getRawType();
    var arguments = type.getActualTypeArguments();
    if (raw == Optional.class || raw == Answer.class) {
      return type(arguments[0]);
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return new Type.ListOf(type(arguments[0]));
    }
    return raw == Map.class && arguments[0] == String.class
        ? new Type.MapOf(type(arguments[1]))
        : Type.ANY;
  }

  private static Type plain(Class<?> type) {
    Type scalar = SCALARS.get(type);
    if (scalar != null) {
      return scalar;
    }
    if (type.isEnum()) {
      return Type.TEXT;
    }
    return isStruct(type) ? new Type.Struct(name(type)) : Type.ANY;
  }

  private static boolean isStruct(Class<?> type) {
    if (type.isRecord()) {
      return true;
    }
    return type.getName().startsWith(MODEL)
        && !AnyType.class.isAssignableFrom(type)
        && Arrays.stream(type.getDeclaredFields())
            .anyMatch(field -> field.isAnnotationPresent(JsonProperty.class));
  }
}
