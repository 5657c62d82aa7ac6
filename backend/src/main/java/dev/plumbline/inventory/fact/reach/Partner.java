package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.ObjectKey;

/** A workload at the other end of connections, and the ports on which they are let through. */
public record Partner(ObjectKey workload, Verdict verdict) {}
