package dev.plumbline.check.engine;

import dev.plumbline.check.cel.UnknownAnswer;
import java.util.AbstractMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object that was not read: every field of it is unknown. */
final class UnreadView extends AbstractMap<String, Object> {

  private final UnknownAnswer why;

  UnreadView(UnknownAnswer why) {
    this.why = why;
  }

  @Override
  public Object get(@Nullable Object key) {
    throw why;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return true;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    throw why;
  }

  @Override
  public String toString() {
    return "unread";
  }
}
