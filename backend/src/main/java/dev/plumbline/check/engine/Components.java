package dev.plumbline.check.engine;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The components of a fact's record by their names, as they are. */
final class Components {

  private static final ClassValue<Map<String, Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> record) {
          var accessors = new HashMap<String, Method>();
          for (RecordComponent component : record.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            accessors.put(component.getName(), component.getAccessor());
          }
          return accessors;
        }
      };

  private Components() {}

  static @Nullable Object of(Record record, String name) {
    try {
      Method accessor = ACCESSORS.get(record.getClass()).get(name);
      return accessor == null ? null : accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record.getClass() + "." + name + " cannot be read", e);
    }
  }
}
