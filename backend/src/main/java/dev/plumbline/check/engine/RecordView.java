package dev.plumbline.check.engine;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fact's record as a map of its components. */
final class RecordView extends View {

  private static final ClassValue<Map<String, Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> record) {
          var accessors = new LinkedHashMap<String, Method>();
          for (RecordComponent component : record.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            accessors.put(component.getName(), component.getAccessor());
          }
          return accessors;
        }
      };

  private final Record record;

  RecordView(Record record) {
    super(Map.of());
    this.record = record;
  }

  Record record() {
    return record;
  }

  @Override
  Set<String> names() {
    return ACCESSORS.get(record.getClass()).keySet();
  }

  @Override
  @Nullable Object compute(String name) {
    Method accessor = ACCESSORS.get(record.getClass()).get(name);
    try {
      return accessor == null ? null : Plain.of(accessor.invoke(record));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record.getClass() + "." + name + " cannot be read", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordView view && record.equals(view.record);
  }

  @Override
  public int hashCode() {
    return record.hashCode();
  }
}
