/** Tests of the RBAC fact. */
@NullMarked
package dev.plumbline.inventory.fact.rbac;

import org.jspecify.annotations.NullMarked;
