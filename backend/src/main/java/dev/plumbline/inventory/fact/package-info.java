/** What must be computed once per snapshot before checks can ask for it. */
@NamedInterface("fact")
@NullMarked
package dev.plumbline.inventory.fact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
