package dev.plumbline.check.engine;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The variables of an expression about one thing. */
final class Variables extends AbstractMap<String, Object> {

  private final String name;
  private final Map<String, Object> view;
  private final Map<String, Object> cluster;
  private final String namespace;
  private final Function<String, Map<String, Object>> namespaces;

  /**
   * @param name by which the thing is called besides {@code object}
   * @param namespace that it lies in, empty for none
   * @param namespaces how a namespace is seen, asked when an expression looks at it
   */
  Variables(
      String name,
      Map<String, Object> view,
      Map<String, Object> cluster,
      String namespace,
      Function<String, Map<String, Object>> namespaces) {
    this.name = name;
    this.view = view;
    this.cluster = cluster;
    this.namespace = namespace;
    this.namespaces = namespaces;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    if (name.equals(key) || "object".equals(key)) {
      return view;
    }
    return "cluster".equals(key) ? cluster : "namespace".equals(key) ? around() : null;
  }

  private @Nullable Map<String, Object> around() {
    return namespace.isEmpty() ? null : namespaces.apply(namespace);
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
