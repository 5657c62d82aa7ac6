/** What every page shares: its frame, its small parts, and how numbers and times are written. */
@NullMarked
package dev.plumbline.web.pages;

import org.jspecify.annotations.NullMarked;
