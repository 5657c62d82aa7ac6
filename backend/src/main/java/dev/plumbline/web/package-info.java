/** Pages and the REST API; nobody imports it. */
@ApplicationModule
@NullMarked
package dev.plumbline.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
