package dev.plumbline.check.engine;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of an expression about one thing. */
final class Variables extends AbstractMap<String, Object> {

  private final String name;
  private final Map<String, Object> view;
  private final @Nullable Map<String, Object> namespace;
  private final Map<String, Object> cluster;

  /**
   * @param name by which the thing is called besides {@code object}
   * @param namespace that it lies in, null for none
   */
  Variables(
      String name,
      Map<String, Object> view,
      @Nullable Map<String, Object> namespace,
      Map<String, Object> cluster) {
    this.name = name;
    this.view = view;
    this.namespace = namespace;
    this.cluster = cluster;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    if ("object".equals(key) || name.equals(key)) {
      return view;
    }
    return "cluster".equals(key) ? cluster : "namespace".equals(key) ? namespace : null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    var all = new LinkedHashMap<String, Object>();
    for (String key : new String[] {"cluster", "namespace", "object", name}) {
      Object value = get(key);
      if (value != null) {
        all.put(key, value);
      }
    }
    return all.entrySet();
  }
}
