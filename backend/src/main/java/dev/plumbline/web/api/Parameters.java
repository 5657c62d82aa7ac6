package dev.plumbline.web.api;

import dev.plumbline.web.pages.AsOf;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The query parameters that a handler takes, read from its signature. */
public final class Parameters {

  private Parameters() {}

  /** Their names, in order. */
  public static Set<String> of(Method handler) {
    boolean multipart = multipart(handler);
    var names = new TreeSet<String>();
    Arrays.stream(handler.getParameters())
        .flatMap(parameter -> names(parameter, multipart))
        .forEach(names::add);
    return names;
  }

  private static boolean multipart(Method handler) {
    var post = handler.getAnnotation(PostMapping.class);
    return post != null && List.of(post.consumes()).contains(MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  private static Stream<String> names(Parameter parameter, boolean multipart) {
    if (parameter.getType() == AsOf.class) {
      return Stream.of(AsOf.PARAMETER);
    }
    if (parameter.getType() == Paging.class) {
      return Stream.of(Paging.CURSOR, Paging.LIMIT);
    }
    return parameter.isAnnotationPresent(RequestParam.class) && !multipart
        ? Stream.of(parameter.getName())
        : Stream.empty();
  }

  /** The known name that is written most alike, empty when none is within two letters. */
  static Optional<String> nearest(String unknown, Set<String> known) {
    return known.stream()
        .filter(name -> distance(unknown, name) <= 2)
        .min(Comparator.comparingInt(name -> distance(unknown, name)));
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, at -> at);
    for (int i = 1; i <= Math.min(one.length(), 100); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
