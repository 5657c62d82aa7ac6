package dev.plumbline.web.pages.connect;

import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Mark;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wizard: name and rights and credential on one page, then the self-test.
 *
 * @param title such as {@code Connect a cluster} or {@code Connect stage-us2}
 * @param steps in order; the current one carries the bob
 * @param form the form for name and credential, null at the self-test
 * @param test what the credential may do, null before it was tried
 */
public record ConnectView(
    String title, List<Step> steps, @Nullable Form form, @Nullable SelfTest test) {

  /** One step. */
  public record Step(String words, boolean done, boolean current) {}

  /**
   * What is asked.
   *
   * @param tab kubeconfig or upload
   * @param name typed before
   * @param context chosen before, empty for the current one
   * @param contexts of the kubeconfig, when a choice among several is needed
   * @param role the exact read-only rights, as YAML
   * @param rights the same, one line each with its reason
   * @param commands that make the ServiceAccount and print a kubeconfig, in order
   * @param script the offline script
   * @param scriptHref where it can be downloaded
   * @param problem what concerns no single field, null for none
   * @param problems field name to what is wrong with it
   */
  public record Form(
      String tab,
      String name,
      String context,
      List<String> contexts,
      Code role,
      String roleHref,
      List<Right> rights,
      List<Command> commands,
      Code script,
      String scriptHref,
      @Nullable String problem,
      Map<String, String> problems) {}

  /** A right and why it is asked for. */
  public record Right(String resources, String verbs, String reason) {}

  /** A command and what it does. */
  public record Command(String words, String line) {}

  /**
   * The answer of the API server.
   *
   * @param base address of the cluster
   * @param asked such as {@code 12 seconds ago}
   * @param coverage percent that could be read like this
   * @param unknown such as {@code 12 of 194 checks stay unknown}
   * @param excessive rights beyond reading, such as write access; each a sentence
   * @param patch what grants the missing rights, null when none miss
   * @param scan words of the button that scans nevertheless
   */
  public record SelfTest(
      String base,
      String asked,
      List<Answer> answers,
      double coverage,
      String unknown,
      List<String> excessive,
      @Nullable Code patch,
      List<Fact> facts,
      String scan) {

    /** The rights that miss. */
    public List<Answer> asking() {
      return answers.stream().filter(Answer::missing).toList();
    }

    /** The rights that are granted. */
    public List<Answer> granted() {
      return answers.stream().filter(answer -> !answer.missing()).toList();
    }
  }

  /**
   * One right.
   *
   * @param lost checks that stay unknown without it, 0 when it is granted
   */
  public record Answer(
      String resources, String verbs, String reason, Mark answer, boolean missing, long lost) {}
}
