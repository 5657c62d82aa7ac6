package dev.plumbline.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every answer of the API.
 *
 * @param page absent unless the data is a list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Body<T>(T data, @Nullable Page page) {

  /**
   * Where in a list this is.
   *
   * @param next cursor of the page after, null on the last
   * @param total how many there are in all, null where it was not counted
   */
  public record Page(@Nullable String next, @Nullable Long total) {}

  public static <T> Body<T> of(T data) {
    return new Body<>(data, null);
  }

  /** A list that is complete. */
  public static <T> Body<List<T>> all(List<T> data) {
    return new Body<>(data, new Page(null, (long) data.size()));
  }

  /** One page of a list. */
  public static <T> Body<List<T>> page(List<T> data, @Nullable String next, @Nullable Long total) {
    return new Body<>(data, new Page(next, total));
  }
}
