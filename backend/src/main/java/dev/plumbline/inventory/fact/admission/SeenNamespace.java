package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.KubeObject;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A namespace that notes what is read of it, so that another one of which the same would be read
 * need not be tried again.
 */
final class SeenNamespace {

  private static final String NAME = "name";
  private static final String WHOLE = "whole";

  private final KubeObject namespace;
  private final Map<String, Object> read = new HashMap<>();

  SeenNamespace(KubeObject namespace) {
    this.namespace = namespace;
  }

  /** What was read, by what it is. */
  Map<String, Object> read() {
    return Map.copyOf(read);
  }

  /** Whether a namespace shows the same where this was read. */
  static boolean alike(Map<String, Object> read, KubeObject other) {
    return read.entrySet().stream()
        .allMatch(entry -> entry.getValue().equals(part(entry.getKey(), other)));
  }

  private static Object part(String key, KubeObject namespace) {
    return switch (key) {
      case NAME -> namespace.key().name();
      case WHOLE -> namespace.document();
      default -> Optional.ofNullable(namespace.labels().get(key.substring(1)));
    };
  }

  private void note(String key) {
    read.put(key, part(key, namespace));
  }

  String name() {
    note(NAME);
    return namespace.key().name();
  }

  /** The namespace as policies see it. */
  Map<String, Object> document() {
    var metadata = new LinkedHashMap<>(namespace.metadata());
    metadata.put("labels", new Labels());
    var document = new LinkedHashMap<>(namespace.document());
    document.put("metadata", new Noting(metadata, "labels"));
    return new Noting(document, "metadata");
  }

  /** Fields with this namespace's name among them. */
  Map<String, Object> placed(Map<String, Object> fields) {
    var placed = new LinkedHashMap<>(fields);
    placed.put("namespace", namespace.key().name());
    return new AbstractMap<>() {
      @Override
      public @Nullable Object get(@Nullable Object key) {
        if ("namespace".equals(key)) {
          note(NAME);
        }
        return placed.get(key);
      }

      @Override
      public boolean containsKey(@Nullable Object key) {
        return placed.containsKey(key);
      }

      @Override
      public Set<Entry<String, Object>> entrySet() {
        note(NAME);
        return placed.entrySet();
      }
    };
  }

  /** Reading anything but one field counts as reading all. */
  private final class Noting extends AbstractMap<String, Object> {

    private final Map<String, Object> all;
    private final String free;

    Noting(Map<String, Object> all, String free) {
      this.all = all;
      this.free = free;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
      if (Objects.equals(key, NAME)) {
        note(NAME);
      } else if (!free.equals(key)) {
        note(WHOLE);
      }
      return all.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      return free.equals(key) || get(key) != null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      note(WHOLE);
      return all.entrySet();
    }
  }

  private final class Labels extends AbstractMap<String, Object> {

    @Override
    public @Nullable Object get(@Nullable Object key) {
      note("." + key);
      return namespace.labels().get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      return get(key) != null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      note(WHOLE);
      return namespace.labels().entrySet();
    }
  }
}
