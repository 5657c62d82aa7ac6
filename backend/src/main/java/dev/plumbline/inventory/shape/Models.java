package dev.plumbline.inventory.shape;

import dev.plumbline.inventory.Kind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.model.annotation.Group;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The model class of every built-in kind, as the client library registers them. */
final class Models {

  private static final String REGISTER =
      "META-INF/services/io.fabric8.kubernetes.api.model.KubernetesResource";

  private Models() {}

  static Map<Kind, Class<?>> all() {
    var models = new TreeMap<Kind, Class<?>>();
    try {
      for (URL register : Collections.list(loader().getResources(REGISTER))) {
        names(register).forEach(name -> add(name, models));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("model classes cannot be listed", e);
    }
    return models;
  }

  private static List<String> names(URL register) {
    try (InputStream in = register.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(register + " cannot be read", e);
    }
  }

  /** Later versions of a kind come later and win; a list is not a kind. */
  private static void add(String name, Map<Kind, Class<?>> models) {
    try {
      Class<?> model = Class.forName(name, false, loader());
      Group group = model.getAnnotation(Group.class);
      if (group != null && HasMetadata.class.isAssignableFrom(model)) {
        models.merge(new Kind(group.value(), model.getSimpleName()), model, Models::newer);
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + " is registered but absent", e);
    }
  }

  private static Class<?> newer(Class<?> one, Class<?> other) {
    return stable(one) && !stable(other) ? one : other;
  }

  private static boolean stable(Class<?> model) {
    String name = model.getPackageName();
    return !name.contains("alpha") && !name.contains("beta");
  }

  private static ClassLoader loader() {
    return HasMetadata.class.getClassLoader();
  }
}
