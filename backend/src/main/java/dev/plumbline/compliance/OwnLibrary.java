package dev.plumbline.compliance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plumbline.tenant.Tenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frameworks that the current organisation has in force. Which those are is asked of the
 * database each time, so that all replicas agree; what a text says is kept, under its tenant, row
 * and revision.
 */
final class OwnLibrary {

  private static final Logger LOG = LoggerFactory.getLogger(OwnLibrary.class);

  /** Characters of YAML whose frameworks are kept. */
  private static final long KEPT = 32L << 20;

  private final Vocabulary words;
  private final OwnShelf shelf;
  private final Cache<OwnText, Optional<Framework>> parsed =
      Caffeine.newBuilder()
          .maximumWeight(KEPT)
          .<OwnText, Optional<Framework>>weigher((text, framework) -> text.size())
          .build();

  OwnLibrary(Vocabulary words, OwnShelf shelf) {
    this.words = words;
    this.shelf = shelf;
  }

  /** Takes an instant, empty for now. */
  List<Framework> inForce(Optional<Instant> at) {
    return texts(at).stream().flatMap(text -> framework(text).stream()).toList();
  }

  Optional<Framework> find(String slug, Optional<Instant> at) {
    return texts(at).stream()
        .filter(text -> text.slug().equals(slug))
        .findFirst()
        .flatMap(this::framework);
  }

  /** Nobody's where no organisation is the current one. */
  private List<OwnText> texts(Optional<Instant> at) {
    return Tenant.isBound() ? shelf.inForce(at) : List.of();
  }

  private Optional<Framework> framework(OwnText text) {
    return parsed.get(text, this::read);
  }

  private Optional<Framework> read(OwnText text) {
    try {
      var manner = Manner.kept(text.savedAt().atZone(ZoneOffset.UTC).toLocalDate());
      var entry = YamlFile.parse(text.slug(), shelf.yaml(text));
      return Optional.of(FrameworkReader.own(words, entry, manner).revised(text.revision()));
    } catch (MalformedFramework e) {
      LOG.warn("An organisation's framework cannot be read any more: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
