/** Which workloads stand behind Services, disruption budgets and ServiceAccounts. */
@NullMarked
package dev.plumbline.inventory.fact.selection;

import org.jspecify.annotations.NullMarked;
