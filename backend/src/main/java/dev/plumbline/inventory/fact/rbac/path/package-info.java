/** Escalation paths: how whoever holds some rights becomes administrator of everything. */
@NamedInterface("fact")
@NullMarked
package dev.plumbline.inventory.fact.rbac.path;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
