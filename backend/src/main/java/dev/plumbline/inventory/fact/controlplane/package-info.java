/** How the control plane runs: flags, kubelet and proxy configuration, distribution, version. */
@NullMarked
package dev.plumbline.inventory.fact.controlplane;

import org.jspecify.annotations.NullMarked;
