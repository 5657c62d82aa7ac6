package dev.plumbline.web.pages.control;

import dev.plumbline.check.Severity;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Mark;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One control.
 *
 * @param words its aim in our own words
 * @param kind who can answer it, in words
 * @param status where it stands over the scope
 * @param evidence what the clusters show, in words
 * @param ask what a person must still show, empty for nothing
 * @param provider what the provider owes, one line each
 * @param clusters where it stands on each cluster
 * @param checks what it wants of the machine
 * @param rule how its status is made of them
 * @param attestations newest first
 * @param attest address to attest it, null where it is not allowed
 * @param latest last day an attestation may hold to, as {@code 2027-07-14}
 * @param problems field name to what is wrong with it
 */
public record ControlView(
    String framework,
    String frameworkHref,
    String id,
    String words,
    String kind,
    Mark status,
    String evidence,
    String ask,
    List<String> provider,
    List<Cluster> clusters,
    List<Check> checks,
    String rule,
    List<Said> attestations,
    List<Fact> facts,
    @Nullable String previous,
    @Nullable String next,
    @Nullable String attest,
    String latest,
    Map<String, String> problems) {

  /** One cluster. */
  public record Cluster(String name, String href, Mark status, String note) {}

  /**
   * One check; counts are objects.
   *
   * @param findings the failing ones, as a list
   * @param state what is said where it was not judged
   */
  public record Check(
      String id,
      String title,
      String href,
      Severity severity,
      Mark state,
      long passed,
      long failed,
      long unknown,
      String findings) {}

  /**
   * What a person said.
   *
   * @param withdraw address to take it back, null where it is not allowed
   */
  public record Said(
      Mark state,
      String statement,
      String evidence,
      String by,
      String when,
      String cluster,
      @Nullable String withdraw) {}
}
