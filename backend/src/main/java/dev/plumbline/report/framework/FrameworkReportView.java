package dev.plumbline.report.framework;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything one framework report prints: facts, no markup.
 *
 * @param opening position at the start of the period, null when nothing was read then
 * @param trend one entry for each day of the period
 * @param matrix one row for each control and cluster, in the framework's order
 * @param details controls that ask for a word, failing first, then manual
 */
record FrameworkReportView(
    Cover cover,
    Position closing,
    @Nullable Position opening,
    Scope scope,
    Summary summary,
    List<Day> trend,
    List<MatrixRow> matrix,
    List<ControlDetail> details,
    List<ExceptionRow> exceptions,
    List<AttestationRow> attestations,
    List<Change> changes,
    List<Hash> hashes) {

  /**
   * Who, what, when.
   *
   * @param period in words, such as "1 April to 30 June 2026"
   * @param at the instant whose state is shown
   * @param zone in which every time of the report is written
   * @param digest SHA-256 of the result set, in hexadecimal
   * @param score whether a score of this framework means something; else counts only
   */
  record Cover(
      String entity,
      String framework,
      String edition,
      String period,
      Instant at,
      ZoneId zone,
      Instant madeAt,
      String reportId,
      String digest,
      String classification,
      String preparedBy,
      boolean score) {}

  /**
   * Where everything stood at one instant.
   *
   * @param score 0 to 100, null when not assessable
   * @param most the score if everything unknown passed
   * @param coverage percent of what was needed that was read
   */
  record Position(
      Instant at,
      @Nullable BigDecimal score,
      @Nullable BigDecimal most,
      @Nullable BigDecimal coverage,
      Counts counts) {}

  /**
   * Controls by standing.
   *
   * @param failing failing ones, those under an exception included
   * @param excepted failing ones that are under an exception altogether
   * @param elsewhere the provider's duty, or not to be seen in a cluster
   */
  record Counts(
      int supported,
      int failing,
      int excepted,
      int unknown,
      int notApplicable,
      int attested,
      int open,
      int expired,
      int elsewhere) {

    public int all() {
      return supported + failing + unknown + notApplicable + attested + open + expired + elsewhere;
    }
  }

  /**
   * What was looked at, and how.
   *
   * @param objects how many were read
   * @param asked how many times a check of the framework had to judge an object
   * @param judged how many of these times it could
   */
  record Scope(
      List<ClusterRow> clusters,
      List<Excluded> excluded,
      List<Unread> unread,
      int objects,
      int asked,
      int judged,
      String rulePack,
      String rulePackHash,
      String mapping) {}

  /**
   * One cluster of the scope.
   *
   * @param readAt when the judged state was collected, null when it never was
   * @param coverage percent of the objects needed that were read
   * @param stale why its state is older than it should be, empty when fresh
   */
  record ClusterRow(
      String name,
      String uid,
      String version,
      int objects,
      int namespaces,
      int workloads,
      int scans,
      @Nullable Instant readAt,
      @Nullable BigDecimal coverage,
      String credential,
      String rights,
      String stale) {}

  /** Something left out on purpose. */
  record Excluded(String what, String reason) {}

  /** A kind of a cluster that could not be read. */
  record Unread(String cluster, String kind, String reason, int checks) {}

  /** The page for those who read one page. */
  record Summary(List<String> sentences, List<Step> bridge, List<Risk> risks) {}

  /** One step from the opening score to the closing score. */
  record Step(String label, String note, BigDecimal points) {}

  /** A control that fails most heavily. */
  record Risk(String control, String title, String severity, int failing, int total) {}

  /**
   * One day of the period.
   *
   * @param score null when nothing was read that day
   * @param open findings open at the end of the day
   */
  record Day(LocalDate day, @Nullable BigDecimal score, @Nullable Integer open) {}

  /**
   * One control on one cluster.
   *
   * @param cluster empty where the control does not depend on a cluster
   * @param old {@code stale} or {@code lapsed} where the cluster's look is, else empty
   * @param since when it began to fail
   */
  record MatrixRow(
      String control,
      String title,
      String cluster,
      String old,
      boolean machine,
      ControlWord standing,
      int failing,
      int total,
      @Nullable LocalDate since,
      String exception) {}

  /**
   * One control in full.
   *
   * @param intent what it is for, in our own words
   * @param ask what an assessor must still ask, empty when nothing
   * @param affected the first of them; the rest is in findings.csv
   * @param firstRow row of findings.csv, counted without its heading, at which they begin
   */
  record ControlDetail(
      String control,
      String title,
      ControlWord standing,
      String intent,
      List<Tested> tested,
      List<Affected> affected,
      int affectedTotal,
      int firstRow,
      String remediation,
      String history,
      String ask,
      String provider) {}

  /** How a check tested it. */
  record Tested(
      String check, String title, String severity, String logic, int failed, int judged) {}

  /** One object that fails. */
  record Affected(
      String cluster,
      String namespace,
      String kind,
      String name,
      String observed,
      Instant since,
      @Nullable LocalDate exceptionUntil) {}

  /** One accepted failure. */
  record ExceptionRow(
      String check,
      String object,
      String reason,
      String compensating,
      String requestedBy,
      String approvedBy,
      LocalDate from,
      LocalDate until,
      long daysLeft) {}

  /** What a person said of a control. */
  record AttestationRow(
      String control, String statement, String by, Instant at, LocalDate until, String evidence) {}

  /** Something that changed the ground under the numbers. */
  record Change(Instant at, String who, String what) {}

  /** A file that goes with the report. */
  record Hash(String file, int rows, String sha256) {}
}
