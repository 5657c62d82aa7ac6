package dev.plumbline.check.engine;

import dev.plumbline.check.cel.UnknownAnswer;
import dev.plumbline.inventory.fact.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What facts say, as expressions read it: maps, lists, texts, whole numbers, numbers, flags. */
final class Plain {

  private Plain() {}

  /**
   * Null stands for an absent optional.
   *
   * @throws UnknownAnswer when the value is not known
   */
  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Optional<?> optional -> of(optional.orElse(null));
      case Answer.Known<?> known -> of(known.value());
      case Answer.Unknown<?> unknown ->
          throw new UnknownAnswer(Reasons.of(unknown.state(), unknown.why()));
      case Record record -> new RecordView(record);
      case Integer whole -> whole.longValue();
      case Float real -> real.doubleValue();
      case Enum<?> constant -> constant.toString();
      case Collection<?> collection -> list(collection);
      case Map<?, ?> map -> map(map);
      default -> value;
    };
  }

  private static List<?> list(Collection<?> collection) {
    if (collection.isEmpty()) {
      return List.of();
    }
    var plain = new ArrayList<@Nullable Object>(collection.size());
    for (Object one : collection) {
      plain.add(of(one));
    }
    return plain;
  }

  private static Map<String, Object> map(Map<?, ?> map) {
    var plain = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> {
      Object converted = of(value);
      if (converted != null) {
        plain.put(String.valueOf(key), converted);
      }
    });
    return plain;
  }
}
