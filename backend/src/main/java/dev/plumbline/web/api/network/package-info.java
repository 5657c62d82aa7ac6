/** Who reaches whom over the REST API. */
@NullMarked
package dev.plumbline.web.api.network;

import org.jspecify.annotations.NullMarked;
