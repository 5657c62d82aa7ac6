package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.FieldMaps;
import dev.plumbline.inventory.KubeObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads lists and single objects item by item, redacted; what was read before a stream broke stays.
 *
 * <p>One reader serves one look at one cluster and bounds its size as a whole.
 */
public final class ItemReader {

  private static final String TOO_MUCH = "the objects of this cluster take more than ";

  /** About the bytes of heap that one cluster may take: a third of all, and 1 GiB at most. */
  static final long ALLOWANCE = Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 3);

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .enable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2000)
                  .maxStringLength((int) Values.HEAVIEST)
                  .maxNameLength(Values.LONGEST_TEXT)
                  .maxNumberLength(1000)
                  .build())
          .build();

  private final Texts texts = new Texts();
  private final FieldMaps maps = new FieldMaps();
  private final long total;
  private long allowance;

  public ItemReader() {
    this(ALLOWANCE);
  }

  ItemReader(long allowance) {
    this.total = allowance;
    this.allowance = allowance;
  }

  /**
   * What items are when they do not say it themselves, as those of API lists do not; items that say
   * they are something else are refused.
   *
   * @param version API version within the group, such as {@code v1}
   */
  public record Expected(Kinds kind, String version) {

    String apiVersion() {
      return kind.group().isEmpty() ? version : kind.group() + "/" + version;
    }
  }

  /** Reads the items of one kind, such as one page of an API list. */
  public Items read(InputStream in, Expected expected, Consumer<KubeObject> sink) {
    return read(in, Optional.of(expected), sink);
  }

  /** Reads items of whatever kinds, each of which names its own. */
  public Items read(InputStream in, Consumer<KubeObject> sink) {
    return read(in, Optional.empty(), sink);
  }

  private Items read(InputStream in, Optional<Expected> expected, Consumer<KubeObject> sink) {
    var tally = new ItemTally();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
      new ItemStream(parser, texts, maps, expected, tally, object -> take(object, sink)).read();
    } catch (JacksonException e) {
      tally.fail(reason(e));
    } catch (TooMuch e) {
      tally.fail(e.getMessage());
    } finally {
      maps.clear();
    }
    return tally.items();
  }

  /** Whether a lack is that of room. */
  public static boolean tooMuch(String lack) {
    return lack.startsWith(TOO_MUCH);
  }

  private void take(KubeObject object, Consumer<KubeObject> sink) {
    allowance -= Weight.of(object.document());
    if (allowance < maps.weight()) {
      throw new TooMuch(TOO_MUCH + (total >> 20) + " MiB");
    }
    sink.accept(object);
  }

  private static String reason(JacksonException e) {
    Throwable cause = e.getCause();
    if (cause instanceof IOException io && io.getMessage() != null) {
      return io.getMessage();
    }
    return "cut off or not JSON at byte " + e.getLocation().getByteOffset();
  }

  private static final class TooMuch extends RuntimeException {
    TooMuch(String message) {
      super(message);
    }
  }
}
