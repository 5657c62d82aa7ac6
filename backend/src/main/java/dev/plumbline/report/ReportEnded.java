package dev.plumbline.report;

/** A report is ready, empty or failed; published in the transaction that stores it. */
public record ReportEnded(Report report) {}
