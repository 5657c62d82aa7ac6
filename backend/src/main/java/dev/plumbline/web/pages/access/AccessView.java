package dev.plumbline.web.pages.access;

import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what in one cluster.
 *
 * @param cluster alias, empty where there is no cluster
 * @param clusters one tab for each
 * @param empty set where there is nothing to show yet
 * @param gaps sentences about what was not read
 * @param at the instant to keep in forms, empty for now
 * @param export address of the whole review as CSV
 */
public record AccessView(
    String lede,
    String cluster,
    List<Tab> clusters,
    List<Tab> tabs,
    @Nullable Empty empty,
    List<String> gaps,
    String at,
    String export,
    @Nullable Paths paths,
    @Nullable Who who,
    @Nullable What what) {

  /**
   * Escalation paths.
   *
   * @param own subjects of people and workloads
   * @param platform subjects of Kubernetes and its distribution
   * @param blocked of both, those that only admission keeps from getting there
   */
  public record Paths(Group own, Group platform, Group blocked) {}

  /**
   * Paths of one group.
   *
   * @param more how many are only in the export, null where all are shown
   */
  public record Group(long count, List<Way> ways, @Nullable String more) {}

  /**
   * One way to administrator of everything.
   *
   * @param length such as {@code 2 steps}
   * @param summary its first step, or what alone stops it
   * @param blocked whether something stops it
   * @param rights address of what the subject may do
   */
  public record Way(
      String subject,
      String length,
      String summary,
      boolean blocked,
      String rights,
      List<Step> steps) {}

  /**
   * One step.
   *
   * @param rests bindings and roles that it rests on
   * @param blocked whether something stops this step
   */
  public record Step(String what, String why, List<String> rests, String gains, boolean blocked) {}

  /**
   * Who can do something.
   *
   * @param asked whether something was asked
   */
  public record Who(
      String verb,
      String resource,
      String name,
      String namespace,
      boolean asked,
      @Nullable String problem,
      String sentence,
      List<Right> own,
      List<Right> platform,
      @Nullable String more) {}

  /**
   * What a subject can do.
   *
   * @param subject as asked for
   * @param subjects those that bindings name
   */
  public record What(
      String subject,
      @Nullable String problem,
      String sentence,
      List<Right> rights,
      @Nullable Way way,
      List<SubjectRow> own,
      List<SubjectRow> platform,
      @Nullable String more) {}

  /** One subject that bindings name. */
  public record SubjectRow(String label, String href, @Nullable String reaches) {}

  /**
   * One right.
   *
   * @param where such as {@code whole cluster} or a namespace
   * @param by the binding and the role it rests on
   */
  public record Right(
      String subject, String verbs, String resources, String only, String where, String by) {}
}
