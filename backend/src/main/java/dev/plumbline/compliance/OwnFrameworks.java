package dev.plumbline.compliance;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writing, publishing and retiring the frameworks of the current organisation. */
@Component
@Transactional
public class OwnFrameworks {

  /** How many may be drafts or count at a time. */
  public static final int MOST = 50;

  private final OwnFrameworkRows rows;
  private final Frameworks frameworks;
  private final Catalogue catalogue;
  private final List<FrameworkUse> uses;
  private final Audit audit;
  private final Clock clock;

  OwnFrameworks(
      OwnFrameworkRows rows,
      Frameworks frameworks,
      Catalogue catalogue,
      List<FrameworkUse> uses,
      Audit audit,
      Clock clock) {
    this.rows = rows;
    this.frameworks = frameworks;
    this.catalogue = catalogue;
    this.uses = uses;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of them, by id. */
  @Transactional(readOnly = true)
  public List<OwnFramework> all() {
    return rows.all();
  }

  @Transactional(readOnly = true)
  public OwnFramework get(String slug) {
    return rows.find(slug).orElseThrow(() -> new NotHere("framework"));
  }

  /** Its texts, newest first. */
  @Transactional(readOnly = true)
  public List<OwnFramework.Revision> revisions(String slug) {
    return rows.revisions(get(slug).id());
  }

  /** One of its texts, byte for byte as it was saved. */
  @Transactional(readOnly = true)
  public String source(String slug, int revision) {
    return rows.yaml(get(slug).id(), revision).orElseThrow(() -> new NotHere("revision"));
  }

  /** Its newest text. */
  @Transactional(readOnly = true)
  public String source(String slug) {
    return source(slug, get(slug).revision());
  }

  /**
   * What a text says, without keeping it.
   *
   * @throws MalformedFramework with everything that is wrong
   */
  @Transactional(readOnly = true)
  public Framework read(String yaml) {
    return read("", yaml);
  }

  /** The same, of which the id is settled. */
  @Transactional(readOnly = true)
  public Framework read(String slug, String yaml) {
    var day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    return frameworks.read(yaml, Manner.written(slug, names()::contains, day));
  }

  private Set<String> names() {
    var names = new HashSet<String>();
    for (Check check : catalogue.all()) {
      names.add(check.id());
      names.addAll(check.aliases());
    }
    return names;
  }

  /** Keeps a new one as a draft, under the id that its text gives. */
  public OwnFramework create(String text) {
    String yaml = lines(text);
    Framework framework = read(yaml);
    rows.lockShelf();
    demandRoom();
    if (rows.find(framework.id()).isPresent()) {
      throw new MalformedFramework(
          framework.id(), List.of(Flaw.nowhere("\"id\" belongs to another framework")));
    }
    Instant now = now();
    rows.insertText(rows.insert(framework.id(), now), 1, framework.fullName(), yaml, now);
    audit.record("framework.written", framework.id(), "revision 1");
    return get(framework.id());
  }

  /**
   * Keeps a new text of it. What counts goes on counting until the new text is published.
   *
   * @param known the newest revision that the writer has seen, 0 for whichever it is
   */
  public OwnFramework save(String slug, int known, String text) {
    String yaml = lines(text);
    OwnFramework before = lock(slug);
    if (known != 0 && known != before.revision()) {
      throw new Refused(
          "revision",
          "%s has saved revision %d meanwhile: take what you need of it, and save again."
              .formatted(before.savedBy(), before.revision()));
    }
    Framework framework = read(slug, yaml);
    if (yaml.equals(source(slug, before.revision()))) {
      return before;
    }
    int revision = before.revision() + 1;
    rows.insertText(before.id(), revision, framework.fullName(), yaml, now());
    audit.record("framework.changed", slug, "revision " + revision);
    return get(slug);
  }

  /**
   * Keeps a new text of it in which one control is another.
   *
   * @param known the newest revision that the writer has seen
   * @param control the id of the one it replaces; one that is not there is added
   */
  public OwnFramework put(String slug, int known, String control, Control by) {
    String yaml = source(slug);
    Framework before = kept(yaml);
    Framework after = FrameworkText.with(before, control, by);
    var spliced = FrameworkSplice.put(yaml, before.type(), control, by);
    return save(slug, known, spliced.filter(text -> says(text, after)).orElse(write(after)));
  }

  /** Keeps a new text of it without a control. */
  public OwnFramework remove(String slug, int known, String control) {
    String yaml = source(slug);
    Framework after = FrameworkText.without(kept(yaml), control);
    var spliced = FrameworkSplice.remove(yaml, control);
    return save(slug, known, spliced.filter(text -> says(text, after)).orElse(write(after)));
  }

  private boolean says(String yaml, Framework framework) {
    try {
      return kept(yaml).equals(framework);
    } catch (MalformedFramework e) {
      return false;
    }
  }

  private static String write(Framework framework) {
    return FrameworkText.of(framework);
  }

  /** What a text says that was accepted once. */
  private Framework kept(String yaml) {
    return frameworks.read(yaml, Manner.kept(clock.instant().atZone(ZoneOffset.UTC).toLocalDate()));
  }

  /** What its newest text says; words that nothing knows any more pass. */
  @Transactional(readOnly = true)
  public Framework newest(String slug) {
    return kept(source(slug));
  }

  /** Lets its newest text count, from now on. */
  public OwnFramework publish(String slug) {
    rows.lockShelf();
    OwnFramework before = lock(slug);
    if (!before.changed()) {
      throw new Refused("framework", "Its newest text counts already.");
    }
    if (before.state() == OwnFramework.State.RETIRED) {
      demandRoom();
    }
    read(slug, source(slug));
    Instant now = now();
    rows.end(before.id(), now);
    rows.begin(before.id(), before.revision(), now);
    audit.record("framework.published", slug, "revision " + before.revision());
    return get(slug);
  }

  /** Takes it out of force, from now on; the past keeps it. */
  public OwnFramework retire(String slug) {
    OwnFramework before = lock(slug);
    if (before.inForce() == null) {
      throw new Refused("framework", "It does not count.");
    }
    rows.end(before.id(), now());
    audit.record("framework.retired", slug, String.join(", ", hanging(slug)));
    return get(slug);
  }

  /** Deletes one that never counted. */
  public void delete(String slug) {
    OwnFramework before = lock(slug);
    if (before.state() != OwnFramework.State.DRAFT) {
      var hanging = hanging(slug);
      throw new Refused(
          "framework",
          "It has counted%s: %s"
              .formatted(
                  hanging.isEmpty() ? "" : ", and on it hang " + String.join(", ", hanging),
                  before.inForce() == null
                      ? "it is retired, and stays readable."
                      : "retire it instead."));
    }
    rows.delete(before.id());
    audit.record("framework.deleted", slug, "");
  }

  /** What names it, such as {@code 2 schedules}; empty when nothing does. */
  @Transactional(readOnly = true)
  public List<String> hanging(String slug) {
    var hanging = new ArrayList<String>();
    add(hanging, new FrameworkUse.Words("attestation", "attestations"), rows.attestations(slug));
    add(hanging, new FrameworkUse.Words("score of a scan", "scores of scans"), rows.scores(slug));
    uses.forEach(use -> add(hanging, use.words(), use.count(slug)));
    return hanging;
  }

  private static void add(List<String> hanging, FrameworkUse.Words words, int count) {
    if (count > 0) {
      hanging.add(words.counted(count));
    }
  }

  private void demandRoom() {
    long busy =
        rows.all().stream().filter(one -> one.state() != OwnFramework.State.RETIRED).count();
    if (busy >= MOST) {
      throw new Refused(
          "framework", "An organisation has %d frameworks of its own at most.".formatted(MOST));
    }
  }

  private OwnFramework lock(String slug) {
    return rows.lock(slug).orElseThrow(() -> new NotHere("framework"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Forms send line ends of their own kind. */
  private static String lines(String text) {
    return text.replace("\r\n", "\n");
  }
}
