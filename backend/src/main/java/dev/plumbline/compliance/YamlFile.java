package dev.plumbline.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML file as nodes that know their places, and what was found wrong with it so far. */
final class YamlFile {

  /** Characters a file may have. */
  static final int LARGEST = 1 << 20;

  /** The parser trips over a surrogate pair at its buffer's end, so all is read at once. */
  private static final int SMALLEST_BUFFER = 1024;

  private static final int DEEPEST = 12;
  private static final int MOST_PARTS = 200_000;
  private static final int MOST_FLAWS = 50;

  private final String name;
  private final List<Flaw> flaws = new ArrayList<>();

  private YamlFile(String name) {
    this.name = name;
  }

  /** Reads a text to its end before anything is made of it; throws where it is no YAML. */
  static Entry parse(String name, String text) {
    var file = new YamlFile(name);
    if (text.length() > LARGEST) {
      throw file.unreadable(null, "is longer than 1 MiB");
    }
    var settings =
        LoadSettings.builder()
            .setLabel(name)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(LARGEST + 1)
            .setBufferSize(Math.max(SMALLEST_BUFFER, text.length() + 1))
            .build();
    try {
      file.demandPlain(new Parse(settings).parseString(text));
      return Entry.root(file, new Compose(settings).composeString(text).orElse(null));
    } catch (MarkedYamlEngineException e) {
      throw file.unreadable(e.getProblemMark().orElse(null), "is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw file.unreadable(null, "is not YAML: " + e.getMessage());
    }
  }

  /** What hides its size is refused before it is unfolded. */
  private void demandPlain(Iterable<Event> events) {
    int depth = 0;
    int parts = 0;
    for (Event event : events) {
      if (++parts > MOST_PARTS) {
        throw unreadable(event.getStartMark().orElse(null), "has too many parts");
      }
      if (event instanceof AliasEvent) {
        throw unreadable(event.getStartMark().orElse(null), "must not refer to anchors");
      }
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        throw unreadable(event.getStartMark().orElse(null), "is nested too deeply");
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
  }

  private MalformedFramework unreadable(@Nullable Mark mark, String words) {
    return new MalformedFramework(name, List.of(flaw(mark, "", words)));
  }

  String name() {
    return name;
  }

  boolean sound() {
    return flaws.isEmpty();
  }

  void report(@Nullable Node at, String place, String words) {
    if (flaws.size() < MOST_FLAWS) {
      flaws.add(flaw(at, place, words));
    }
  }

  /** Throws all that was reported. */
  void demandSound() {
    if (!flaws.isEmpty()) {
      throw new MalformedFramework(name, flaws);
    }
  }

  /** With all that was reported before. */
  MalformedFramework with(@Nullable Node at, String place, String words) {
    var all = new ArrayList<>(flaws);
    all.add(flaw(at, place, words));
    return new MalformedFramework(name, all);
  }

  private static Flaw flaw(@Nullable Node at, String place, String words) {
    Optional<Mark> mark = at == null ? Optional.empty() : at.getStartMark();
    return flaw(mark.orElse(null), place, words);
  }

  private static Flaw flaw(@Nullable Mark mark, String place, String words) {
    return mark == null
        ? new Flaw(0, 0, place, words)
        : new Flaw(mark.getLine() + 1, mark.getColumn() + 1, place, words);
  }
}
