/** Which environments labels say that a namespace and its workloads belong to. */
@NullMarked
package dev.plumbline.inventory.fact.environment;

import org.jspecify.annotations.NullMarked;
