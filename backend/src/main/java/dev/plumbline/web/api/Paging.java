package dev.plumbline.web.api;

import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.Cursors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for; a handler takes it as a parameter. A cursor holds for the
 * tenant, the address and the filters it was given for.
 */
public final class Paging {

  static final String CURSOR = "cursor";
  static final String LIMIT = "limit";
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final Cursors cursors;
  private final String cursor;
  private final String list;
  private final int limit;

  private Paging(Cursors cursors, String cursor, String list, int limit) {
    this.cursors = cursors;
    this.cursor = cursor;
    this.list = list;
    this.limit = limit;
  }

  /** Reads {@code cursor} and {@code limit}. Throws {@link Refused} naming the wrong one. */
  static Paging of(HttpServletRequest request, Cursors cursors) {
    String given = request.getParameter(CURSOR);
    return new Paging(
        cursors, given == null ? "" : given, list(request), limit(request.getParameter(LIMIT)));
  }

  private static String list(HttpServletRequest request) {
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    return Arrays.stream(query.split("&"))
        .filter(part -> !part.startsWith(CURSOR + "=") && !part.startsWith(LIMIT + "="))
        .sorted()
        .collect(Collectors.joining("&", request.getRequestURI() + "?", ""));
  }

  private static int limit(@Nullable String text) {
    int limit = text == null ? USUAL : text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      throw new Refused(LIMIT, "A page has 1 to " + MOST + " entries.");
    }
    return limit;
  }

  /** How many entries the page has at most, 1 to 200. */
  public int limit() {
    return limit;
  }

  /** The place after which the page begins, null at the beginning of the list. */
  public <P> @Nullable P after(Class<P> place) {
    return cursors.read(place, cursor, list);
  }

  /**
   * Answers a page whose entries were found by {@link #after} and {@link #limit}.
   *
   * @param last the place of its last entry where the list goes on, null at its end
   * @param total how many there are in all, null where it was not counted
   */
  public <T> Body<List<T>> answer(List<T> page, @Nullable Object last, @Nullable Long total) {
    return Body.page(page, last == null ? null : cursors.write(last, list), total);
  }

  /**
   * As {@link #answer}, of one entry more than {@link #limit} where there are more.
   *
   * @param place of an entry
   */
  public <T, R> Body<List<R>> answer(List<T> oneMore, Function<T, ?> place, Function<T, R> shown) {
    boolean more = oneMore.size() > limit;
    List<T> page = more ? oneMore.subList(0, limit) : oneMore;
    return answer(
        page.stream().map(shown).toList(), more ? place.apply(page.getLast()) : null, null);
  }

  /** The place of an entry in a list that is held whole. */
  private record Entry(String key, int index) {}

  /**
   * Cuts the page out of a list that is held whole.
   *
   * @param key what no two entries share: a page begins after the entry that ended the last one,
   *     wherever that stands now
   */
  public <T> Body<List<T>> cut(List<T> all, Function<T, String> key) {
    Entry last = after(Entry.class);
    int from = last == null ? 0 : begin(all, key, last);
    List<T> page = all.subList(from, Math.min(all.size(), from + limit));
    int to = from + page.size();
    var next = to < all.size() ? new Entry(key.apply(page.getLast()), to - 1) : null;
    return answer(page, next, (long) all.size());
  }

  private static <T> int begin(List<T> all, Function<T, String> key, Entry last) {
    return IntStream.range(0, all.size())
        .filter(at -> key.apply(all.get(at)).equals(last.key()))
        .map(at -> at + 1)
        .findFirst()
        .orElse(Math.min(last.index(), all.size()));
  }
}
