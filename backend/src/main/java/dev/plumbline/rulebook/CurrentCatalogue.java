package dev.plumbline.rulebook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.Workshop;
import dev.plumbline.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The shipped checks and those of the current organisation. Each request and each job asks the
 * database once whether what this process knows still holds.
 */
@Component
@Primary
class CurrentCatalogue implements Catalogue {

  private static final int KEPT = 500;

  private final Catalogue shipped;
  private final Workshop workshop;
  private final OwnCheckRows rows;
  private final TransactionTemplate transaction;
  private final Cache<UUID, Known> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

  CurrentCatalogue(
      @Qualifier("shippedChecks") Catalogue shipped,
      Workshop workshop,
      OwnCheckRows rows,
      PlatformTransactionManager transactions) {
    this.shipped = shipped;
    this.workshop = workshop;
    this.rows = rows;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setReadOnly(true);
  }

  /** What one organisation's catalogue was made of, and the catalogue. */
  private record Known(List<String> fingerprint, Catalogue catalogue) {}

  @Override
  public Catalogue now() {
    return Tenant.isBound()
        ? Tenant.remembered(Known.class, () -> transaction.execute(status -> known())).catalogue()
        : shipped;
  }

  /** What was remembered no longer holds. */
  void changed() {
    Tenant.forget(Known.class);
  }

  private Known known() {
    List<String> fingerprint = rows.fingerprint();
    Known before = kept.getIfPresent(Tenant.current());
    if (before != null && before.fingerprint().equals(fingerprint)) {
      return before;
    }
    var known = new Known(fingerprint, catalogue());
    kept.put(Tenant.current(), known);
    return known;
  }

  private Catalogue catalogue() {
    List<OwnCheck> own = rows.all().stream().filter(one -> one.counted().isPresent()).toList();
    return own.isEmpty() ? shipped : Together.of(shipped, own, this::check);
  }

  private Check check(OwnCheck own) {
    return workshop.accepted(own.slug(), own.counted().orElseThrow());
  }

  @Override
  public List<Check> all() {
    return now().all();
  }

  @Override
  public Optional<Check> find(String id) {
    return now().find(id);
  }

  @Override
  public String version() {
    return now().version();
  }
}
