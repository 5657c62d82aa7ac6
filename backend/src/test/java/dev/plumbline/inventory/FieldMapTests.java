package dev.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Field maps against hash maps of the same fields. */
class FieldMapTests {

  /** Texts of one hash: {@code Aa} and {@code BB} may stand for one another. */
  private static final List<String> ALIKE = List.of("Aa", "BB");

  private final Random random = new Random(7);
  private final FieldMaps maps = new FieldMaps();

  @Test
  void aMadeMapIsTheHashMapOfTheSameFields() {
    for (int round = 0; round < 3000; round++) {
      Map<String, Object> expected = fields(size(round));
      Map<String, Object> made = made(expected);

      assertSame(made, expected);
      assertThat(made instanceof FieldMap).isEqualTo(expected.size() <= FieldMaps.MOST);
    }
  }

  @Test
  void aMapWithOneFieldMoreOrAnotherIsTheHashMapOfTheSame() {
    for (int round = 0; round < 1000; round++) {
      Map<String, Object> expected = fields(random.nextInt(FieldMaps.MOST));
      Map<String, Object> made = made(expected);
      for (int more = 0; more < 5 && made instanceof FieldMap map; more++) {
        String name = name();
        made = map.with(name, more);
        assertSame(map, expected);
        expected.put(name, more);
      }

      assertSame(made, expected);
    }
  }

  @Test
  void aChangedMapIsTheHashMapOfTheSameAndAnUnchangedOneIsItself() {
    for (int round = 0; round < 1000; round++) {
      Map<String, Object> before = fields(random.nextInt(FieldMaps.MOST + 1));
      var map = (FieldMap) made(before);
      var expected = new LinkedHashMap<>(before);
      expected.replaceAll((name, value) -> name.length() % 2 == 0 ? name : value);

      assertSame(map.mapped((name, value) -> name.length() % 2 == 0 ? name : value), expected);
      assertSame(map, before);
      assertThat(map.mapped((name, value) -> value)).isSameAs(map);
    }
  }

  @Test
  void ofTwoFieldsOfOneNameTheLastCountsInThePlaceOfTheFirst() {
    for (int count : List.of(2, FieldMaps.MOST - 1, FieldMaps.MOST + 10)) {
      int mark = maps.mark();
      var expected = new LinkedHashMap<String, Object>();
      for (int i = 0; i < count; i++) {
        String name = new String("n" + i % (count - 1));
        maps.put(name, i);
        expected.put(name, i);
      }

      assertSame(maps.map(mark), expected);
    }
  }

  @Test
  void mapsOfTheSameNamesKeepThemOnce() {
    var one = new LinkedHashMap<String, Object>(Map.of("name", 1));
    var other = new LinkedHashMap<String, Object>(Map.of(new String("name"), 2));
    made(one);
    long once = maps.weight();

    made(other);

    assertThat(maps.weight()).isEqualTo(once).isPositive();
  }

  @Test
  void mapsAndListsAreMadeWithinOthers() {
    int outer = maps.mark();
    maps.put("before", 1L);
    int list = maps.mark();
    for (int i = 0; i < 1000; i++) {
      int inner = maps.mark();
      maps.put("i", (long) i);
      maps.put(maps.map(inner));
    }
    List<Object> items = maps.list(list);
    maps.put("items", items);
    var expected = new LinkedHashMap<String, Object>();
    expected.put("before", 1L);
    expected.put("items", items);

    assertThat(items).hasSize(1000).element(999).isEqualTo(Map.of("i", 999L));
    assertSame(maps.map(outer), expected);
  }

  @Test
  void aDocumentIsCopiedAllTheWayDown() {
    var document = Map.<String, Object>of("a", List.of(List.of(fields(2)), 1L), "b", fields(30));

    Map<String, Object> deep = maps.deep(document);

    assertThat(deep).isEqualTo(document).isInstanceOf(FieldMap.class);
    assertThat(deep.get("a")).asInstanceOf(LIST).first(LIST).first().isInstanceOf(FieldMap.class);
  }

  @Test
  void nobodyChangesAMap() {
    Map<String, Object> map = made(fields(3));
    var entry = map.entrySet().iterator().next();

    assertThatThrownBy(() -> map.put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> entry.setValue(1)).isInstanceOf(UnsupportedOperationException.class);
  }

  private void assertSame(Map<String, Object> made, Map<String, Object> expected) {
    assertThat(made).isEqualTo(expected).hasSize(expected.size());
    assertThat(expected).isEqualTo(made);
    assertThat(made).hasSameHashCodeAs(expected);
    assertThat(made(expected)).isEqualTo(made);
    assertThat(new FieldMaps().copy(expected)).isEqualTo(made);
    assertThat(new ArrayList<>(made.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
    assertThat(made.keySet()).containsExactlyElementsOf(expected.keySet());
    assertThat(new ArrayList<>(made.values())).isEqualTo(new ArrayList<>(expected.values()));
    var walked = new ArrayList<String>();
    made.forEach((name, value) -> walked.add(name));
    assertThat(walked).containsExactlyElementsOf(expected.keySet());
    assertThat(JsonMapper.shared().writeValueAsString(made))
        .isEqualTo(JsonMapper.shared().writeValueAsString(expected));
    assertFound(made, expected);
    if (!expected.isEmpty()) {
      assertUnlike(made, expected);
    }
  }

  private void assertFound(Map<String, Object> made, Map<String, Object> expected) {
    var asked = new ArrayList<>(expected.keySet());
    for (int i = 0; i < 20; i++) {
      asked.add(name());
    }
    for (String name : asked) {
      for (String text : List.of(name, new String(name), name.intern())) {
        assertThat(made.get(text)).isEqualTo(expected.get(text));
        assertThat(made.containsKey(text)).isEqualTo(expected.containsKey(text));
        assertThat(Documents.flag(made, text)).isEqualTo(Documents.flag(expected, text));
      }
    }
    assertThat(made.get(1)).isNull();
    assertThat(made.containsKey(1)).isFalse();
  }

  private void assertUnlike(Map<String, Object> made, Map<String, Object> expected) {
    var unlike = new LinkedHashMap<>(expected);
    String first = unlike.keySet().iterator().next();
    unlike.put(first, "another");
    assertThat(made).isNotEqualTo(unlike).isNotEqualTo(made(unlike));
    unlike.remove(first);
    assertThat(made).isNotEqualTo(unlike).isNotEqualTo(made(unlike));
  }

  private Map<String, Object> made(Map<String, Object> fields) {
    int mark = maps.mark();
    fields.forEach(
        (name, value) -> maps.put(random.nextBoolean() ? name.intern() : new String(name), value));
    return maps.map(mark);
  }

  private int size(int round) {
    return round % 50 == 0 ? random.nextInt(201) : random.nextInt(FieldMaps.MOST + 2);
  }

  private Map<String, Object> fields(int size) {
    var fields = new LinkedHashMap<String, Object>();
    while (fields.size() < size) {
      fields.put(name(), random.nextBoolean() ? (Object) random.nextLong(9) : true);
    }
    return fields;
  }

  /** Few short ones, long ones of equal hashes, and none. */
  private String name() {
    return switch (random.nextInt(4)) {
      case 0 -> Integer.toString(random.nextInt(100), 36);
      case 1 -> "";
      case 2 -> alike(1 + random.nextInt(5));
      default -> Long.toString(random.nextLong(), 36);
    };
  }

  private String alike(int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALIKE.get(random.nextInt(2)));
    }
    return text.toString();
  }
}
