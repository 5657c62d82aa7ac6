/** When the certificates of ways in end, and who renews them. */
@NamedInterface("fact")
@NullMarked
package dev.plumbline.inventory.fact.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
