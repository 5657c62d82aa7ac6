/** Proof of the escalation paths, against a reference that asks every question naively. */
@NullMarked
package dev.plumbline.inventory.fact.rbac.path;

import org.jspecify.annotations.NullMarked;
