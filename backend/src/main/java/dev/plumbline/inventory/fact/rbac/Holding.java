package dev.plumbline.inventory.fact.rbac;

/**
 * A right with what it rests on.
 *
 * @param subject whom the binding names: the one asked for, or a group it is in
 */
public record Holding(Subject subject, Binding binding, Rule rule) {}
