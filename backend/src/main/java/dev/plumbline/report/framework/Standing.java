package dev.plumbline.report.framework;

import dev.plumbline.report.chart.Mark;

/** Where a control stands, in the words of the report. */
enum Standing {
  SUPPORTED(Mark.PASS, "Supported by evidence"),
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

  Standing(Mark mark, String word) {
    this.mark = mark;
    this.word = word;
  }

  public Mark mark() {
    return mark;
  }

  public String word() {
    return word;
  }
}
