/** The report of one framework over chosen clusters at an instant. */
@NullMarked
package dev.plumbline.report.framework;

import org.jspecify.annotations.NullMarked;
