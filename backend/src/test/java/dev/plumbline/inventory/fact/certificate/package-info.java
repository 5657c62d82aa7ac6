/** When the certificates of ways in end, and who renews them. */
@NullMarked
package dev.plumbline.inventory.fact.certificate;

import org.jspecify.annotations.NullMarked;
