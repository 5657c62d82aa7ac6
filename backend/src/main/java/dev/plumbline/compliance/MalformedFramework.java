package dev.plumbline.compliance;

import java.util.List;
import java.util.stream.Collectors;

/** A framework's text that cannot be used; the message names file and key, line and column. */
public final class MalformedFramework extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Flaw> flaws;

  MalformedFramework(String file, List<Flaw> flaws) {
    super(flaws.stream().map(flaw -> said(file, flaw)).collect(Collectors.joining("\n")));
    this.flaws = List.copyOf(flaws);
  }

  MalformedFramework(String file, String problem) {
    this(file, List.of(Flaw.nowhere(problem)));
  }

  /** Everything that was found wrong, in the order of reading. */
  public List<Flaw> flaws() {
    return flaws;
  }

  private static String said(String file, Flaw flaw) {
    return file + (flaw.place().isEmpty() ? ": " : ", ") + flaw.sentence();
  }
}
