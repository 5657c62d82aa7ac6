/** Loading and removing sample data. */
@NullMarked
package dev.plumbline.web.pages.sample;

import org.jspecify.annotations.NullMarked;
