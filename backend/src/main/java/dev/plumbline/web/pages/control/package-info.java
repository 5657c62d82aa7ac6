/** One control of a framework: evidence, checks, attestations. */
@NullMarked
package dev.plumbline.web.pages.control;

import org.jspecify.annotations.NullMarked;
