package dev.plumbline.check;

import dev.plumbline.inventory.ObjectKey;

/** What one check says of one object of a snapshot. */
public record Verdict(ObjectKey subject, Outcome outcome) {}
