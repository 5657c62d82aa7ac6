/** The database the product runs on: the one named in the settings, else the embedded one. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.plumbline.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
