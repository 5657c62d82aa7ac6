/** Acceptance of kubeconfigs by an allow-list: nothing in them is run, opened or fetched. */
@NamedInterface("kubeconfig")
@NullMarked
package dev.plumbline.cluster.kubeconfig;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
