package dev.plumbline.compliance;

/**
 * The word that joins checks to controls of regulations.
 *
 * @param evidence what shows it in a cluster
 * @param limits what a cluster cannot show of it
 */
public record Objective(String id, String title, String meaning, String evidence, String limits) {}
