/** Who may do what: roles, bindings and subjects under the rules of the RBAC authorizer. */
@NullMarked
package dev.plumbline.inventory.fact.rbac;

import org.jspecify.annotations.NullMarked;
