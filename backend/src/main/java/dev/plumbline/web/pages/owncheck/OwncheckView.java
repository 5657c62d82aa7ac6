package dev.plumbline.web.pages.owncheck;

import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One own check in its editor, or a new one.
 *
 * @param action where the form posts to
 * @param id what was typed for a new one; fixed afterwards
 * @param fresh whether it was never saved
 * @param read digest of the source that the person began with, empty for a new one
 * @param source a {@code check.yaml}
 * @param flaws what is wrong with it, one line each
 * @param marked the source with those lines marked, null where nothing is wrong
 * @param problem what is wrong with the id or the cluster, null for nothing
 * @param state null for a new one
 * @param standing what the state means now, and what comes next
 * @param facts who wrote it, when it was tried
 * @param clusters that were scanned, to try it on
 * @param fixtures what came of those in the saved source, null where it has none
 * @param trial what came of a trial just made, null for none
 * @param write whether the person may change and try it
 * @param activate address to let it count, null where it cannot
 * @param retire address to let it count no longer, null where it does not
 * @param delete address to delete it, null where it cannot be
 * @param page address of the check as it counts, null where it never did
 * @param export address of the source as a file, null for a new one
 * @param words what expressions may name: kinds, facts and objectives
 */
public record OwncheckView(
    String title,
    String action,
    String id,
    boolean fresh,
    String read,
    String source,
    List<String> flaws,
    @Nullable Code marked,
    @Nullable String problem,
    @Nullable Mark state,
    String standing,
    List<Fact> facts,
    List<Option> clusters,
    @Nullable FixturesView fixtures,
    @Nullable TrialView trial,
    boolean write,
    @Nullable String activate,
    @Nullable String retire,
    @Nullable String delete,
    @Nullable String page,
    @Nullable String export,
    List<Words> words) {

  /** A cluster to choose. */
  public record Option(String value, String words, boolean chosen) {}

  /** Words of one sort. */
  public record Words(String sort, String words) {}

  /**
   * What the saved source says of its own fixtures.
   *
   * @param hold whether that is what they announce
   * @param lines what was found, or what does not hold
   * @param cost steps taken of those allowed
   */
  public record FixturesView(boolean hold, List<String> lines, String cost) {}

  /**
   * What came of a trial.
   *
   * @param well whether no expression failed
   * @param summary counts in a sentence
   * @param cost steps taken of those allowed
   * @param more how many failing objects are not listed, 0 for none
   */
  public record TrialView(
      boolean well, String cluster, String summary, String cost, List<Judged> judged, long more) {}

  /** An object, how it was judged and what is said of it. */
  public record Judged(String object, Mark outcome, List<String> messages) {}
}
