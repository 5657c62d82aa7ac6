/** What judges pods before they are admitted, over the REST API. */
@NullMarked
package dev.plumbline.web.api.admission;

import org.jspecify.annotations.NullMarked;
