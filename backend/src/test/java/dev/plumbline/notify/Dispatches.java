package dev.plumbline.notify;

import dev.plumbline.report.Report;
import dev.plumbline.report.ReportSummary;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Dispatches for tests of channels. */
public final class Dispatches {

  public static final byte[] PDF = "%PDF-1.7 not really".getBytes(StandardCharsets.US_ASCII);

  private Dispatches() {}

  public static Dispatch to(String recipient) {
    return of(recipient, "Halvard Payments", ready("Weekly", List.of()), PDF);
  }

  public static Dispatch of(String recipient, String organisation, Report report, byte[] pdf) {
    return new Dispatch(
        UUID.randomUUID(),
        Instant.parse("2026-07-14T07:45:00Z"),
        recipient,
        organisation,
        "halvard",
        report,
        "c2VjcmV0",
        () -> pdf);
  }

  public static Report ready(String title, List<String> stale) {
    return report(title, Report.State.READY, "", summary(stale));
  }

  public static Report report(
      String title, Report.State state, String problem, ReportSummary summary) {
    return new Report(
        UUID.randomUUID(),
        UUID.randomUUID(),
        title,
        "pci-dss-4.0.1",
        List.of(),
        Instant.parse("2026-07-07T07:45:00Z"),
        Instant.parse("2026-07-14T07:45:00Z"),
        "Europe/Berlin",
        List.of(),
        true,
        state,
        problem,
        "sam@example.org",
        Instant.parse("2026-07-14T07:45:00Z"),
        Instant.parse("2026-07-14T07:46:00Z"),
        "d1",
        summary,
        "0c9461fb",
        "f1");
  }

  private static ReportSummary summary(List<String> stale) {
    return new ReportSummary(
        "PCI DSS 4.0.1",
        new BigDecimal("78.46"),
        new BigDecimal("80.16"),
        new BigDecimal("95.0"),
        3,
        62,
        14,
        2,
        4,
        100,
        30,
        6,
        118,
        stale);
  }
}
