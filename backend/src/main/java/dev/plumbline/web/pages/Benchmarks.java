package dev.plumbline.web.pages;

/** Leads from a check's benchmark id to the control of the framework that holds it. */
public final class Benchmarks {

  private static final String POD_SECURITY = "pss/";

  private Benchmarks() {}

  /** Such as {@code cis-1.12/5.2.2}, or {@code pss/baseline/privileged}. */
  public static Link link(String benchmark) {
    String named =
        benchmark.startsWith(POD_SECURITY)
            ? "pss-" + benchmark.substring(POD_SECURITY.length())
            : benchmark;
    int slash = named.indexOf('/');
    return new Link(
        benchmark,
        slash < 0
            ? "/frameworks"
            : "/controls/%s/%s"
                .formatted(
                    Urls.encode(named.substring(0, slash)),
                    Urls.encode(named.substring(slash + 1))));
  }
}
