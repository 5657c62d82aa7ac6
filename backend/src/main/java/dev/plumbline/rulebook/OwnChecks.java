package dev.plumbline.rulebook;

import dev.plumbline.check.Check;
import dev.plumbline.check.Trial;
import dev.plumbline.check.Workshop;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.rulebook.OwnCheck.Rehearsed;
import dev.plumbline.rulebook.OwnCheck.State;
import dev.plumbline.rulebook.OwnCheck.Tried;
import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The checks of the current organisation's own. Writing one changes nothing that is judged: only
 * switching it on does, and that wants a trial of the very text.
 */
@Component
@Transactional
public class OwnChecks {

  /** How many may be drafts or active. */
  public static final int MOST = 200;

  private static final int MOST_EVER = 1000;
  private static final Pattern SLUG = Pattern.compile("own-[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_SLUG = 64;

  private final OwnCheckRows rows;
  private final CurrentCatalogue catalogue;
  private final Workshop workshop;
  private final Trials trials;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OwnChecks(
      OwnCheckRows rows,
      CurrentCatalogue catalogue,
      Workshop workshop,
      Trials trials,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.catalogue = catalogue;
    this.workshop = workshop;
    this.trials = trials;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** All of them, ordered by id, retired ones included. */
  @Transactional(readOnly = true)
  public List<OwnCheck> all() {
    return rows.all();
  }

  @Transactional(readOnly = true)
  public Optional<OwnCheck> find(String slug) {
    return rows.find(slug);
  }

  /** Throws {@link NotHere} where there is none of this name. */
  @Transactional(readOnly = true)
  public OwnCheck get(String slug) {
    return rows.find(slug).orElseThrow(() -> new NotHere("check"));
  }

  /** Compiles a source and plays its fixtures. */
  private Optional<Rehearsed> rehearsed(String slug, String source) {
    Check check = workshop.read(slug, source);
    return workshop
        .rehearse(check, source)
        .map(one -> new Rehearsed(one.holds(), TrialWords.of(one), one.cost()));
  }

  /**
   * Keeps a new draft.
   *
   * @throws dev.plumbline.check.FlawedCheck where it does not compile
   * @throws Refused where its name cannot be taken, or there are too many
   */
  public OwnCheck create(String slug, String source) {
    if (!SLUG.matcher(slug).matches() || slug.length() > LONGEST_SLUG) {
      throw new Refused(
          "id",
          "It begins with own- and goes on with small letters, digits and dashes, 64 at most.");
    }
    Optional<Rehearsed> fixtures = rehearsed(slug, source);
    rows.lock();
    demandRoom();
    if (!rows.insert(Ids.next(), slug, source, Digests.sha256(source), fixtures, now())) {
      throw new Refused("id", "There is a check " + slug + " already.");
    }
    audit.record("check.created", slug, digest(source));
    return get(slug);
  }

  private void demandRoom() {
    List<OwnCheck> all = rows.all();
    long live = all.stream().filter(one -> one.state() != State.RETIRED).count();
    if (live >= MOST || all.size() >= MOST_EVER) {
      throw new Refused(
          "id", "There are %d checks of your own already: retire or delete one.".formatted(MOST));
    }
  }

  /**
   * Writes another source; what counts stays as it is until it is switched on again.
   *
   * @param read digest of the source that its writer began with; empty to write over any
   */
  public OwnCheck change(String slug, String source, Optional<String> read) {
    Optional<Rehearsed> fixtures = rehearsed(slug, source);
    rows.lock();
    OwnCheck own = get(slug);
    if (read.filter(digest -> !digest.equals(own.digest())).isPresent()) {
      throw new Refused(
          "source", "Somebody else has changed it since you opened it: read it again.");
    }
    if (!own.source().equals(source)) {
      rows.write(own.id(), source, Digests.sha256(source), fixtures, now());
      audit.record("check.changed", slug, digest(source));
    }
    return get(slug);
  }

  /**
   * Says what a check would say of a snapshot; writes nothing but that it was tried.
   *
   * @param cluster the name of the cluster whose inventory the snapshot is
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Trial tryOut(OwnCheck own, String cluster, Supplier<Snapshot> snapshot) {
    Check check = workshop.read(own.slug(), own.source());
    Trial trial = trials.run(() -> workshop.tryOut(check, snapshot.get()));
    String words = TrialWords.of(trial);
    var tried = new Tried(own.digest(), cluster, now(), !trial.failed(), words, trial.cost());
    transaction.executeWithoutResult(status -> rows.tried(own.id(), tried, trial.cost()));
    return trial;
  }

  /**
   * Lets it count from the next scan on. Refuses what was not tried as it is, or says of its own
   * fixtures what they do not announce.
   */
  public OwnCheck activate(String slug) {
    rows.lock();
    OwnCheck own = get(slug);
    if (own.state() == State.ACTIVE && !own.behind()) {
      throw new Refused("state", "It counts already.");
    }
    if (!own.proven()) {
      throw new Refused(
          "state", "Try it first as it is now, so that no expression fails on any object.");
    }
    rehearsed(slug, own.source())
        .filter(one -> !one.hold())
        .ifPresent(one -> {
          throw new Refused("state", "Its fixtures do not hold. " + one.words().getFirst());
        });
    if (own.state() == State.RETIRED) {
      demandRoom();
    }
    return become(own, State.ACTIVE, "check.activated");
  }

  /** Lets it count no longer: the next scan closes its findings. */
  public OwnCheck retire(String slug) {
    rows.lock();
    OwnCheck own = get(slug);
    if (own.state() != State.ACTIVE) {
      throw new Refused("state", "It does not count.");
    }
    return become(own, State.RETIRED, "check.retired");
  }

  private OwnCheck become(OwnCheck own, State state, String action) {
    rows.become(own.id(), state, now());
    catalogue.changed();
    audit.record(action, own.slug(), digest(own.source()));
    return get(own.slug());
  }

  /** Deletes a draft that never counted; what did is part of history. */
  public void delete(String slug) {
    rows.lock();
    OwnCheck own = get(slug);
    if (own.counted().isPresent()) {
      throw new Refused("state", "It has counted, so history names it: retire it instead.");
    }
    rows.delete(own.id());
    audit.record("check.deleted", slug, digest(own.source()));
  }

  private static String digest(String source) {
    return "sha256 " + Digests.sha256(source).substring(0, 12);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
