package dev.plumbline.inventory.fact.admission;

/**
 * What the fact adds to a namespace.
 *
 * @param admission what judges its pods before they are admitted
 */
public record NamespaceFields(NamespaceAdmission admission) {}
