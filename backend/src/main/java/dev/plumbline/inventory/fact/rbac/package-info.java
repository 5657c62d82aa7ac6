/** Who may do what: roles, bindings and subjects under the rules of the RBAC authorizer. */
@NamedInterface("fact")
@NullMarked
package dev.plumbline.inventory.fact.rbac;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
