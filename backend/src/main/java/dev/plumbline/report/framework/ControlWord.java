package dev.plumbline.report.framework;

import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.report.chart.Mark;

/** Where a control stands, in the words of the report. */
enum ControlWord {
  SUPPORTED(Mark.PASS, "Supported by evidence"),
  NOTED(Mark.PASS, "Supported, with notes"),
  FAILING(Mark.FAIL, "Failing"),
  EXCEPTED(Mark.EXCEPTED, "Failing, exception"),
  UNKNOWN(Mark.UNKNOWN, "Unknown"),
  NOT_APPLICABLE(Mark.NONE, "Not applicable"),
  OPEN(Mark.OPEN, "Open, ask a person"),
  ATTESTED(Mark.ATTESTED, "Attested"),
  EXPIRED(Mark.EXPIRED, "Attestation expired"),
  PROVIDER(Mark.OPEN, "Provider's duty"),
  ELSEWHERE(Mark.NONE, "Not in a cluster");

  private final Mark mark;
  private final String word;

  ControlWord(Mark mark, String word) {
    this.mark = mark;
    this.word = word;
  }

  static ControlWord of(ControlStatus status) {
    return switch (status) {
      case PASS -> SUPPORTED;
      case FAIL -> FAILING;
      case UNKNOWN -> UNKNOWN;
      case NOT_APPLICABLE -> NOT_APPLICABLE;
      case OPEN -> OPEN;
      case ATTESTED -> ATTESTED;
      case EXPIRED -> EXPIRED;
      case PROVIDER -> PROVIDER;
      case NOT_IN_CLUSTER -> ELSEWHERE;
    };
  }

  public Mark mark() {
    return mark;
  }

  public String word() {
    return word;
  }
}
