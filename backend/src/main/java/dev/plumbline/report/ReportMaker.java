package dev.plumbline.report;

/** Makes one report from what was stored; the bean that does is found by its type. */
public interface ReportMaker {

  /** Makes it, outside any transaction. Throws {@link NothingToReport} when nothing was read. */
  Made make(Report order);

  /** Of the chosen clusters none had been read at the instant. */
  final class NothingToReport extends RuntimeException {
    public NothingToReport(String why) {
      super(why, null, false, false);
    }
  }
}
