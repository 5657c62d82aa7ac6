/** Whether what Ingresses and autoscalers name is there. */
@NullMarked
package dev.plumbline.inventory.fact.reference;

import org.jspecify.annotations.NullMarked;
