/** What gateways listen to, in clear text or not, and where Istio's lead. */
@NamedInterface("fact")
@NullMarked
package dev.plumbline.inventory.fact.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
