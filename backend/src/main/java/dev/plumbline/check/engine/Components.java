package dev.plumbline.check.engine;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The components of a fact's record, by their names or places, as they are. */
final class Components {

  private static final ClassValue<Components> KNOWN =
      new ClassValue<>() {
        @Override
        protected Components computeValue(Class<?> record) {
          return new Components(record);
        }
      };

  private final Places places;
  private final Function<Record, @Nullable Object>[] accessors;

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Components(Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    this.accessors = new Function[components.length];
    this.places = new Places(Arrays.stream(components).map(RecordComponent::getName).toList());
    for (int place = 0; place < components.length; place++) {
      accessors[place] = accessor(components[place].getAccessor());
    }
  }

  static Components of(Record record) {
    return KNOWN.get(record.getClass());
  }

  /** Null where there is no such component too. */
  static @Nullable Object of(Record record, String name) {
    Components components = of(record);
    int place = components.place(name);
    return place < 0 ? null : components.read(record, place);
  }

  List<String> names() {
    return places.names();
  }

  /** Below 0 when there is no such component. */
  int place(@Nullable Object name) {
    return places.of(name);
  }

  int size() {
    return accessors.length;
  }

  @Nullable Object read(Record record, int place) {
    return accessors[place].apply(record);
  }

  /** As quick as a call in the source, which a reflective call is not. */
  @SuppressWarnings("unchecked")
  private static Function<Record, @Nullable Object> accessor(Method method) {
    try {
      Class<?> record = method.getDeclaringClass();
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(record, MethodHandles.lookup());
      MethodHandle target = lookup.unreflect(method);
      MethodType boxed = target.type().wrap();
      return (Function<Record, @Nullable Object>)
          LambdaMetafactory.metafactory(
                  lookup,
                  "apply",
                  MethodType.methodType(Function.class),
                  MethodType.methodType(Object.class, Object.class),
                  target,
                  boxed)
              .getTarget()
              .invoke();
    } catch (Throwable e) {
      throw new IllegalStateException(method + " cannot be read", e);
    }
  }
}
