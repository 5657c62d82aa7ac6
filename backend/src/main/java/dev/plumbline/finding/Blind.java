package dev.plumbline.finding;

import dev.plumbline.check.Outcome;
import dev.plumbline.inventory.ObjectKey;

/** An object that a check could not judge, and why. */
public record Blind(String check, ObjectKey subject, Outcome.Reason reason, String detail) {}
